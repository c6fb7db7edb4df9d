namespace Lupaus.Mail.Imap;

/// <summary>A folder of a mailbox.</summary>
/// <param name="Name">For a person to read, its levels parted by <paramref name="Delimiter"/>.</param>
/// <param name="Path">As the server writes it; with this it is opened.</param>
/// <param name="Delimiter">What parts the levels; null where there are none.</param>
/// <param name="Marks">The server's marks in lower case, such as "\noselect", "\sent", "\trash" (RFC 3501, 7.2.2; RFC 6154, 2).</param>
public sealed record ImapFolder(string Name, string Path, char? Delimiter, IReadOnlyList<string> Marks)
{
    /// <summary>Whether it can be opened, and isn't just a level above others.</summary>
    public bool MayBeOpened => !Marks.Contains("\\noselect") && !Marks.Contains("\\nonexistent");
}
