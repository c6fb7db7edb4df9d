using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

/// <summary>Gives a ticket tags and takes others away, by name. A tag that nobody has used before begins to be.</summary>
public sealed class TagTicket(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        foreach (var name in remove)
            await db.Untag(ticket, Tag.KeyOf(name), by, now, stop);
        foreach (var name in add)
            await db.TagAs(ticket, await db.TagNamed(name, now, stop), by, now, stop);
        db.Remember(source, id, now);
    }, stop);
}

internal static class Tagging
{
    /// <summary>The tag of this name, new if nobody has used it before.</summary>
    public static async Task<Tag> TagNamed(this LupausDb db, string name, DateTimeOffset now, CancellationToken stop)
    {
        Tag.WhyNot(name).StopIfAny();
        var key = Tag.KeyOf(name);
        var tag = db.Tags.Local.FirstOrDefault(t => t.Key == key) ?? await db.Tags.FirstOrDefaultAsync(t => t.Key == key, stop);
        if (tag is not null)
            return tag;
        (await db.Tags.CountAsync(stop) >= OurTags.Most ? Refusal.Because("tags.full").With("limit", OurTags.Most) : null).StopIfAny();
        tag = Tag.Of(name, now);
        db.Tags.Add(tag);
        return tag;
    }

    /// <summary>False when it has the tag already.</summary>
    public static async Task<bool> TagAs(this LupausDb db, Ticket ticket, Tag tag, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        await db.TicketTags.Where(t => t.TicketId == ticket.Id).LoadAsync(stop);
        var has = db.TicketTags.Local.Where(t => t.TicketId == ticket.Id).ToArray();
        if (has.Any(t => t.TagId == tag.Id))
            return false;
        db.TicketTags.Add(ticket.TagAs(tag, has.Length, by, now));
        return true;
    }

    /// <summary>False when it hasn't got it.</summary>
    public static async Task<bool> Untag(this LupausDb db, Ticket ticket, string key, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.TicketTags.FirstOrDefaultAsync(t => t.TicketId == ticket.Id && db.Tags.Any(tag => tag.Id == t.TagId && tag.Key == key), stop) is not { } tagged)
            return false;
        db.TicketTags.Remove(tagged);
        ticket.LosesTag(tagged.TagId, by, now);
        return true;
    }
}
