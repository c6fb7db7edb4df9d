namespace Lupaus.Mail.Imap;

/// <summary>A folder as it was opened (RFC 3501, 2.3.1.1 and 6.3.1).</summary>
/// <param name="Path">As the server writes it.</param>
/// <param name="UidValidity">UIDs mean the same messages as long as this is the same.</param>
/// <param name="UidNext">No message has this UID or a higher one yet; null when the server doesn't say.</param>
/// <param name="Count">How many messages it has.</param>
public sealed record OpenFolder(string Path, uint UidValidity, uint? UidNext, uint Count);
