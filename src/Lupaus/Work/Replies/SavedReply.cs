using System.Text.RegularExpressions;

namespace Lupaus.Work.Replies;

public readonly record struct SavedReplyId(long Value) : IId<SavedReplyId>
{
    public static SavedReplyId From(long value) => new(value);
}

/// <summary>Words that are needed again and again, in as many languages as somebody has written them; shared by all of us, or one agent's own.</summary>
public sealed partial class SavedReply
{
    public const int MaxLength = 10_000;

    /// <summary>What is filled in where it stands in double braces.</summary>
    public static readonly IReadOnlyList<string> Variables = ["name", "firstname", "agent", "company", "subject", "reference", "phone"];

    private SavedReply() { }

    public SavedReplyId Id { get; private init; }

    public string Name { get; private set; } = "";

    public string? Finnish { get; private set; }

    public string? Swedish { get; private set; }

    public string? English { get; private set; }

    /// <summary>Null when it is everybody's.</summary>
    public AgentId? OwnedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public static SavedReply Write(string name, SavedTexts texts, AgentId? ownedBy, DateTimeOffset now)
    {
        var saved = new SavedReply { Id = new(Ids.Next(now)), OwnedBy = ownedBy };
        saved.Rewrite(name, texts, ownedBy, now);
        return saved;
    }

    public void Rewrite(string name, SavedTexts texts, AgentId? ownedBy, DateTimeOffset now)
    {
        WhyNotWrite(name, texts).StopIfAny();
        (Name, Finnish, Swedish, English, OwnedBy, ChangedAt) = (name.OneLine(), Something(texts.Finnish), Something(texts.Swedish), Something(texts.English), ownedBy, now);
    }

    public static Refusal? WhyNotWrite(string name, SavedTexts texts) =>
        name.OneLine().Length == 0 ? Refusal.Because("saved.name.missing") :
        name.OneLine().Length > Limits.Name ? Refusal.Because("saved.name.long").With("limit", Limits.Name) :
        texts.All.All(t => t.Cleaned().Length == 0) ? Refusal.Because("saved.text.missing") :
        texts.All.Any(t => t.Cleaned().Length > MaxLength) ? Refusal.Because("saved.text.long").With("limit", MaxLength) :
        UnknownIn(texts) is { } unknown ? Refusal.Because("saved.variable").With("name", unknown) :
        null;

    /// <summary>A name in double braces that nothing stands for.</summary>
    public static string? UnknownIn(SavedTexts texts) => texts.All.SelectMany(t => Named(t.Cleaned())).Except(Variables).FirstOrDefault();

    /// <summary>Nobody changes what is a colleague's own.</summary>
    public Refusal? WhyNotChange(AgentId by) => OwnedBy is null || OwnedBy == by ? null : Refusal.Because("saved.others");

    /// <summary>The words in that language; else in one there is.</summary>
    public string In(LanguageCode language) =>
        (language switch { LanguageCode.Fi => Finnish, LanguageCode.Sv => Swedish, _ => English }) ?? Finnish ?? English ?? Swedish!;

    public bool Speaks(LanguageCode language) =>
        (language switch { LanguageCode.Fi => Finnish, LanguageCode.Sv => Swedish, _ => English }) is not null;

    /// <summary>Puts in what is known. What isn't leaves nothing behind, nor the space before it.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> known) =>
        Variable().Replace(text, found => known.GetValueOrDefault(found.Groups["name"].Value) is { Length: > 0 } value ? found.Groups["space"].Value + value : "");

    private static IEnumerable<string> Named(string text) => Variable().Matches(text).Select(m => m.Groups["name"].Value);

    private static string? Something(string? text) => text.Cleaned() is { Length: > 0 } words ? words : null;

    [GeneratedRegex(@"(?<space> ?)\{\{ *(?<name>[^{}\s]{1,40}) *\}\}")]
    private static partial Regex Variable();
}

public sealed record SavedTexts(string? Finnish, string? Swedish, string? English)
{
    public IEnumerable<string?> All => [Finnish, Swedish, English];

    /// <summary>Each cleaned; null where there is nothing.</summary>
    public SavedTexts Cleaned() => new(Something(Finnish), Something(Swedish), Something(English));

    /// <summary>The words in that language; null where nobody has written any.</summary>
    public string? Of(LanguageCode language) => language switch { LanguageCode.Fi => Finnish, LanguageCode.Sv => Swedish, _ => English };

    /// <summary>The language whose words somebody who reads that one gets.</summary>
    public LanguageCode? Nearest(LanguageCode language) =>
        new[] { language, LanguageCode.Fi, LanguageCode.En, LanguageCode.Sv }.Where(l => Of(l) is not null).Select(l => (LanguageCode?)l).FirstOrDefault();

    private static string? Something(string? text) => text.Cleaned() is { Length: > 0 } words ? words : null;
}
