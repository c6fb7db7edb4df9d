using System.Collections.Concurrent;
using System.Text;

namespace Lupaus.Mail.Coding;

/// <summary>Charsets by the names that mail gives them (IANA, and the misspellings that are common).</summary>
internal static class Charsets
{
    public static readonly Encoding Utf8 = new UTF8Encoding(false, false);
    public static readonly Encoding Western = FromCodePages("windows-1252")!;
    private static readonly ConcurrentDictionary<string, Encoding?> Found = new(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["latin1"] = "iso-8859-1", ["latin-1"] = "iso-8859-1", ["l1"] = "iso-8859-1", ["8859_1"] = "iso-8859-1",
        ["latin9"] = "iso-8859-15", ["latin-9"] = "iso-8859-15", ["l9"] = "iso-8859-15",
        ["ansi"] = "windows-1252", ["x-ansi"] = "windows-1252", ["x-cp1252"] = "windows-1252",
        ["x-sjis"] = "shift_jis", ["sjis"] = "shift_jis", ["cp932"] = "shift_jis", ["windows-31j"] = "shift_jis", ["ms_kanji"] = "shift_jis",
        ["cp936"] = "gb18030", ["x-gbk"] = "gb18030", ["gb2312"] = "gb18030", ["gbk"] = "gb18030", ["x-euc-jp"] = "euc-jp",
        ["cp949"] = "ks_c_5601-1987", ["uhc"] = "ks_c_5601-1987", ["ksc5601"] = "ks_c_5601-1987", ["euc_kr"] = "euc-kr",
        ["big5-hkscs"] = "big5", ["x-big5"] = "big5", ["cp950"] = "big5", ["koi8"] = "koi8-r", ["hz"] = "hz-gb-2312",
        ["mac"] = "macintosh", ["x-mac-roman"] = "macintosh", ["macroman"] = "macintosh", ["tis-620"] = "windows-874", ["iso-8859-11"] = "windows-874",
        ["iso-2022-jp-2"] = "iso-2022-jp", ["iso-2022-jp-1"] = "iso-2022-jp", ["iso-2022-jp-ms"] = "iso-2022-jp", ["cp850"] = "ibm850", ["cp437"] = "ibm437", ["437"] = "ibm437", ["850"] = "ibm850",
    };

    /// <summary>Null when nobody here knows the name. UTF-7 and US-ASCII are no encodings of the framework: see <see cref="TextDecoder"/>.</summary>
    public static Encoding? Find(string name) => Found.Count > 500 ? Look(name) : Found.GetOrAdd(name, Look);

    private static Encoding? Look(string name)
    {
        if (name.Length > 40)
            return null;
        var plain = name.Replace('_', '-').ToLowerInvariant();
        if (Aliases.TryGetValue(name, out var other) || Aliases.TryGetValue(plain, out other))
            plain = other;
        return plain switch
        {
            "utf-8" or "utf8" or "utf-8n" or "unicode-1-1-utf-8" or "x-utf-8" or "cp65001" or "65001" => Utf8,
            "iso-8859-1" or "iso8859-1" or "iso88591" or "cp819" => Encoding.Latin1,
            "utf-16le" or "utf16le" => Encoding.Unicode,
            "utf-16" or "utf16" or "utf-16be" or "utf16be" or "ucs-2" or "iso-10646-ucs-2" => Encoding.BigEndianUnicode,
            "utf-32le" => Encoding.UTF32,
            "utf-32" or "utf-32be" => BigUtf32,
            _ => FromCodePages(plain) ?? FromCodePages(name) ?? FromCodePages(Respelt(plain)),
        };
    }

    private static readonly Encoding BigUtf32 = new UTF32Encoding(true, true);

    // "iso8859-15", "cp1252", "windows1252", "win-1252": the number is what counts.
    private static string Respelt(string name)
    {
        var digits = name.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz-_ ").ToString();
        if (name.StartsWith("iso", StringComparison.Ordinal) && digits.StartsWith("8859", StringComparison.Ordinal))
            return "iso-8859-" + digits[4..].TrimStart('-');
        if ((name.StartsWith("cp", StringComparison.Ordinal) || name.StartsWith("win", StringComparison.Ordinal)) && digits is ['1', '2', '5', _])
            return "windows-" + digits;
        return "";
    }

    private static Encoding? FromCodePages(string name)
    {
        if (name.Length == 0 || name.StartsWith("x-unicode", StringComparison.Ordinal))
            return null;
        return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
    }
}
