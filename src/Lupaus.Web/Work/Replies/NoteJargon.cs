using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

/// <summary>A word joins the list; where it is there already, its plain word is the new one.</summary>
public sealed class NoteJargon(Changes changes, TimeProvider clock)
{
    public Task For(LanguageCode language, string term, string plain, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        JargonTerm.WhyNotNote(term, plain).StopIfAny();
        if (await db.Done(source, stop) is not null)
            return;
        var (now, key) = (clock.Now(), JargonTerm.KeyOf(term));
        if (await db.JargonTerms.FirstOrDefaultAsync(t => t.Language == language && t.Key == key, stop) is { } known)
            known.Say(term, plain, by, now);
        else
        {
            (await db.JargonTerms.CountAsync(stop) >= JargonTerm.Most ? Refusal.Because("jargon.many").With("limit", JargonTerm.Most) : null).StopIfAny();
            db.JargonTerms.Add(JargonTerm.Note(language, term, plain, by, now));
        }
        db.Remember(source, null, now);
    }, stop);
}

public sealed class DropJargon(Changes changes, TimeProvider clock)
{
    /// <summary>One that is gone already is gone.</summary>
    public Task For(JargonTermId id, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        if (await db.JargonTerms.FirstOrDefaultAsync(t => t.Id == id, stop) is { } term)
        {
            term.Drop(by, clock.Now());
            db.JargonTerms.Remove(term);
        }
        db.Remember(source, null, clock.Now());
    }, stop);
}
