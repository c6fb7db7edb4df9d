namespace Lupaus.Web.Looks;

/// <summary>
/// Who the page is for: their language, their time zone, and the moment they look. One per request. The browser's wish
/// is taken first; a page that knows better (the ticket's language, the agent's own) says so before it is rendered.
/// </summary>
public sealed class Reader(Words words, TimeProvider clock)
{
    public LanguageCode Language { get; set; } = LanguageCode.Fi;
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The one of ours who is signed in; null for everybody else.</summary>
    public string? Name { get; set; }

    /// <summary>Where they are, with the query, so that changing the language brings them back.</summary>
    public string Path { get; set; } = "/";

    /// <summary>Where a choice of language goes when the page remembers it by more than a cookie; null everywhere else.</summary>
    public string? LanguageForm { get; set; }

    public Phrases Words => words.In(Language);
    public CivilTime Times => new(Language, Zone, Now);
}
