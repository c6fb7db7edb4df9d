namespace Lupaus.Mail.Coding;

/// <summary>How a body was made fit for travel (RFC 2045, section 6).</summary>
internal enum TransferEncoding
{
    None,
    Base64,
    QuotedPrintable,
    Uuencode,
}
