namespace Lupaus.Mail.Reading;

/// <summary>The words for what a message had wrong and the reader put right. They are stable: programs may compare them.</summary>
public static class Repair
{
    /// <summary>A line "From sender date" of an mbox file stood before the header.</summary>
    public const string MboxFrom = "mbox-from";

    /// <summary>Lines end in lone carriage returns.</summary>
    public const string BareCr = "bare-cr";

    /// <summary>Lines end now in CR LF, now in LF.</summary>
    public const string MixedLineEnds = "mixed-line-ends";

    /// <summary>The header ran into the body without an empty line (RFC 5322, 2.1).</summary>
    public const string BlankLineMissing = "blank-line-missing";

    /// <summary>A line amid the header is no header field.</summary>
    public const string HeaderBroken = "header-broken";

    /// <summary>A header field was longer than the limit and was cut.</summary>
    public const string HeaderTooLong = "header-too-long";

    /// <summary>There were more header fields than the limit; the rest was left out.</summary>
    public const string HeadersTooMany = "headers-too-many";

    /// <summary>A header field has bytes that are neither ASCII nor UTF-8 (RFC 6532).</summary>
    public const string Header8Bit = "header-8bit";

    /// <summary>A field that may stand once stands several times (RFC 5322, 3.6).</summary>
    public const string HeaderRepeated = "header-repeated";

    /// <summary>An encoded word breaks RFC 2047.</summary>
    public const string EncodedWordBroken = "encoded-word-broken";

    /// <summary>Parameters break RFC 2045 or RFC 2231.</summary>
    public const string ParameterBroken = "parameter-broken";

    /// <summary>An address list breaks RFC 5322, 3.4.</summary>
    public const string AddressBroken = "address-broken";

    /// <summary>There were more addresses than the limit; the rest was left out.</summary>
    public const string AddressesTooMany = "addresses-too-many";

    /// <summary>The date can't be read.</summary>
    public const string DateBroken = "date-broken";

    /// <summary>There is no date.</summary>
    public const string DateMissing = "date-missing";

    /// <summary>The content type can't be read; text was assumed (RFC 2045, 5.2).</summary>
    public const string ContentTypeBroken = "content-type-broken";

    /// <summary>The content transfer encoding is none we know.</summary>
    public const string EncodingUnknown = "encoding-unknown";

    /// <summary>A multipart says it is base64 or quoted-printable, which it may not be (RFC 2045, 6.4).</summary>
    public const string EncodingOnMultipart = "encoding-on-multipart";

    /// <summary>Base64 with something else in it.</summary>
    public const string Base64Broken = "base64-broken";

    /// <summary>Quoted-printable with bare equals signs.</summary>
    public const string QuotedPrintableBroken = "quoted-printable-broken";

    /// <summary>Uuencoded lines that don't keep what they say.</summary>
    public const string UuencodeBroken = "uuencode-broken";

    /// <summary>A multipart names no boundary, or one that never comes.</summary>
    public const string BoundaryMissing = "boundary-missing";

    /// <summary>A multipart doesn't end (RFC 2046, 5.1.1).</summary>
    public const string MultipartUnclosed = "multipart-unclosed";

    /// <summary>Parts lie deeper than the limit; those were kept as one attachment.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>There were more parts than the limit; the rest was left out.</summary>
    public const string PartsTooMany = "parts-too-many";

    /// <summary>No charset is named, and the text isn't ASCII.</summary>
    public const string CharsetMissing = "charset-missing";

    /// <summary>The charset named is none we know.</summary>
    public const string CharsetUnknown = "charset-unknown";

    /// <summary>The bytes can't be in the charset named.</summary>
    public const string CharsetWrong = "charset-wrong";

    /// <summary>The bytes are in the charset named, but for some.</summary>
    public const string CharsetDamaged = "charset-damaged";

    /// <summary>NUL characters were taken out of a text.</summary>
    public const string Nul = "nul";

    /// <summary>A text was longer than the message could sensibly make it, and was cut.</summary>
    public const string TextTooLong = "text-too-long";
}
