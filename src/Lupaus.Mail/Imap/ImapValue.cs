using System.Globalization;

namespace Lupaus.Mail.Imap;

/// <summary>A value in a response: a word, a string, NIL, or a list of values. Bytes are kept one to a character.</summary>
internal sealed class ImapValue
{
    private ImapValue(string? text, List<ImapValue>? items, bool isWord) => (Text, Items, IsWord) = (text, items, isWord);

    public string? Text { get; }

    public List<ImapValue>? Items { get; }

    /// <summary>Whether it stood there without quotes.</summary>
    public bool IsWord { get; }

    public bool IsNil => IsWord && Is("NIL");

    public static ImapValue Word(string text) => new(text, null, isWord: true);

    public static ImapValue String(string text) => new(text, null, isWord: false);

    public static ImapValue List(List<ImapValue> items) => new(null, items, isWord: false);

    public bool Is(string word) => string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    public uint? Number => uint.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public long? Long => long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The words in a list, in lower case.</summary>
    public IReadOnlyList<string> Words => Items is null ? [] : [.. Items.Where(i => i.Text is not null).Select(i => i.Text!.ToLowerInvariant())];
}
