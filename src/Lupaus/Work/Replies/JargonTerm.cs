namespace Lupaus.Work.Replies;

public readonly record struct JargonTermId(long Value) : IId<JargonTermId>
{
    public static JargonTermId From(long value) => new(value);
}

public sealed record JargonNoted(JargonTermId Term, LanguageCode Language) : AboutUs;

public sealed record JargonDropped(JargonTermId Term, LanguageCode Language) : AboutUs;

/// <summary>A word of the house's own that customers don't use, and the plain one for it.</summary>
public sealed class JargonTerm : Remembering
{
    public const int MaxLength = 60;
    public const int Most = 1000;

    private JargonTerm() { }

    public JargonTermId Id { get; private init; }

    public LanguageCode Language { get; private init; }

    public string Term { get; private set; } = "";

    /// <summary>The term without regard to case; a language has each once.</summary>
    public string Key { get; private init; } = "";

    public string Plain { get; private set; } = "";

    public static JargonTerm Note(LanguageCode language, string term, string plain, AgentId by, DateTimeOffset now)
    {
        WhyNotNote(term, plain).StopIfAny();
        var noted = new JargonTerm { Id = new(Ids.Next(now)), Language = language, Term = term.OneLine(), Key = KeyOf(term), Plain = plain.OneLine() };
        noted.Happened(new JargonNoted(noted.Id, language), by, now);
        return noted;
    }

    public void Say(string term, string plain, AgentId by, DateTimeOffset now)
    {
        WhyNotNote(term, plain).StopIfAny();
        if ((Term, Plain) == (term.OneLine(), plain.OneLine()))
            return;
        (Term, Plain) = (term.OneLine(), plain.OneLine());
        Happened(new JargonNoted(Id, Language), by, now);
    }

    /// <summary>Its row goes, and the fact stays.</summary>
    public void Drop(AgentId by, DateTimeOffset now) => Happened(new JargonDropped(Id, Language), by, now);

    public static Refusal? WhyNotNote(string? term, string? plain) =>
        !term.OneLine().Any(char.IsLetter) ? Refusal.Because("jargon.term").With("limit", MaxLength) :
        term.OneLine().Length > MaxLength ? Refusal.Because("jargon.term").With("limit", MaxLength) :
        plain.OneLine().Length is 0 or > MaxLength ? Refusal.Because("jargon.plain").With("limit", MaxLength) :
        KeyOf(term!) == KeyOf(plain!) ? Refusal.Because("jargon.same") :
        null;

    public static string KeyOf(string term) => term.OneLine().ToLowerInvariant();
}
