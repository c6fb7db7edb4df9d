namespace Lupaus.Mail.Writing;

/// <summary>A file that goes along with a message.</summary>
/// <param name="FileName">As the reader is to see it; any characters.</param>
/// <param name="ContentType">"image/png"; what isn't a media type is sent as application/octet-stream (RFC 2046, 4.5.1).</param>
/// <param name="Content">The bytes.</param>
/// <param name="ContentId">How the HTML refers to it, without angle brackets (RFC 2392); null for an ordinary attachment.</param>
public sealed record OutgoingFile(string FileName, string ContentType, ReadOnlyMemory<byte> Content, string? ContentId = null);
