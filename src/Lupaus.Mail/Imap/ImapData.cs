using System.Globalization;
using System.Text;

namespace Lupaus.Mail.Imap;

/// <summary>What the responses mean, and how questions are put.</summary>
internal static class ImapData
{
    /// <summary>The value behind a name in a FETCH response; null when it isn't there.</summary>
    public static ImapValue? Item(ImapResponse response, string name)
    {
        if (response is not { Name: "FETCH", Values: [{ Items: { } items }, ..] })
            return null;
        for (var i = 0; i + 1 < items.Count; i += 2)
        {
            if (items[i].Is(name))
                return items[i + 1];
        }
        return null;
    }

    public static MessageSummary? Summary(ImapResponse response) =>
        Item(response, "UID")?.Number is { } uid && Item(response, "RFC822.SIZE")?.Long is { } size
            ? new MessageSummary(uid, size, ImapDate.Read(Item(response, "INTERNALDATE")?.Text ?? ""), Item(response, "FLAGS")?.Words ?? [])
            : null;

    public static ImapFolder? Folder(ImapResponse response)
    {
        if (response is not { Name: "LIST", Values: [var marks, var delimiter, { Text: { } path }, ..] })
            return null;
        var name = ModifiedUtf7.Decode(path) ?? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(path));
        return new ImapFolder(name, path, delimiter is { IsNil: false, Text: [var part, ..] } ? part : null, marks.Words);
    }

    public static ImapCommand Search(ImapQuery query)
    {
        var command = new ImapCommand($"UID SEARCH UID {Math.Max(query.FromUid, 1)}:*");
        if (query.Undeleted)
            command.Word("UNDELETED");
        if (query.Since is { } day)
            command.Word(string.Create(CultureInfo.InvariantCulture, $"SINCE {day:d-MMM-yyyy}"));
        return query.MessageId is { } id ? command.Word("HEADER Message-ID").String(id) : command;
    }

    public static string Flags(IEnumerable<string> flags) => $"({string.Join(' ', flags.Select(Sound))})";

    private static string Sound(string flag) =>
        flag.AsSpan().IndexOfAny(" (){%*\"]\r\n\0") < 0 && flag.All(char.IsAscii) && flag.Length > 0 ? flag : throw new ArgumentException("A flag is one word.", nameof(flag));
}
