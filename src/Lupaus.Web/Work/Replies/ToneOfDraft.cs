using Lupaus.Core.Tickets;
using Lupaus.Language;
using Lupaus.Language.Tone;
using Lupaus.Web.Ground.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

/// <param name="Words">As they stand in the draft.</param>
public sealed record MarkOfDraft(string Rule, int Start, string Words, string Why, string? Instead, string? PlainWord);

/// <summary>What the customer asked, and whether the draft speaks of it.</summary>
public sealed record AskedBefore(string Words, bool IsTouched, bool IsSure);

public sealed record DraftRead(IReadOnlyList<MarkOfDraft> Marks, IReadOnlyList<AskedBefore> Asked);

/// <summary>A draft as its customer may hear it: marked, never stopped.</summary>
public sealed class ToneOfDraft(HouseLanguage language, OurJargon jargon, IDbContextFactory<LupausDb> databases)
{
    private const int MostMarks = 8;
    private const int MostQuestions = 6;

    /// <summary>Null where there is no such ticket.</summary>
    public async Task<DraftRead?> Of(Reference reference, string draft, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var ticket = await db.Tickets.AsNoTracking().Where(t => t.Reference == reference).Select(t => new { t.Id, t.Language, t.NewestFromCustomer }).FirstOrDefaultAsync(stop);
        if (ticket is null)
            return null;
        var newest = ticket.NewestFromCustomer is { } message ? await db.Messages.Where(m => m.Id == message).Select(m => m.Body).FirstOrDefaultAsync(stop) : null;
        // As the browser counts them; in a posted form each ends in two characters.
        var text = draft.ReplaceLineEndings("\n");
        var spoken = Of(text, ticket.Language);
        return new DraftRead(Marks(text, spoken, await jargon.In(HouseLanguage.Ours(spoken) ?? ticket.Language, stop)), newest is null ? [] : Asked(newest, text, ticket.Language));
    }

    private List<MarkOfDraft> Marks(string text, TextLanguage spoken, ToneContext context) =>
        [.. language.Tone.Read(text, spoken, context).Take(MostMarks).Select(m => new MarkOfDraft(m.Rule, m.Span.Start, m.Span.Of(text), m.Why, m.Instead, m.PlainWord))];

    private List<AskedBefore> Asked(string message, string text, LanguageCode expected) =>
        [.. language.Questions.In(message, text, Of(message, expected)).Take(MostQuestions).Select(q => new AskedBefore(q.Span.Of(message).OneLine(), q.IsTouched, q.IsSure))];

    private TextLanguage Of(string text, LanguageCode expected) => language.Detector.Of(text).Language is not TextLanguage.Unknown and var found ? found : HouseLanguage.Read(expected);
}
