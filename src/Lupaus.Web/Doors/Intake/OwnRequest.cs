using Lupaus.Core.Links;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Intake;

/// <summary>What one of ours has asked of colleagues is theirs as a customer's matter is the customer's: they write more, and have its page.</summary>
public sealed class OwnRequest(IDbContextFactory<LupausDb> databases, Changes changes, HearCustomer hear, OurCompany ourCompany, TimeProvider clock)
{
    /// <summary>Heard as any customer's word is. Answers which ticket it is in: a new one, where the old one was closed long ago.</summary>
    public async Task<Reference> Write(TicketId id, string body, IReadOnlyList<Upload> files, Channel channel, AgentId by, Source source, CancellationToken stop)
    {
        await Known(id, by, stop);
        var company = await ourCompany.Now(stop);
        return await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is { TicketId: { } done })
                return (await db.Tickets.One(done, stop)).Reference;
            var ticket = await hear.Say(new CustomerWord(id, body, channel, source) { Files = files }, company, db, stop);
            // A program's key doesn't tell what was sent under it, so that is remembered beside the message.
            db.Remember(source.Fingerprint is null ? null : source, ticket.Id, clock.Now());
            return ticket.Reference;
        }, stop);
    }

    /// <summary>A link of their own to its page, as the letters about it have one.</summary>
    public async Task<LinkId> Link(TicketId id, AgentId by, CancellationToken stop)
    {
        var customer = await Known(id, by, stop);
        return await changes.Make(db =>
        {
            var link = new CustomerLink(id, customer, clock.Now());
            db.CustomerLinks.Add(link);
            return Task.FromResult(link.Id);
        }, stop);
    }

    /// <summary>Who asks never changes, so it can be asked beforehand.</summary>
    private async Task<PersonId> Known(TicketId id, AgentId by, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var ticket = await db.Tickets.One(id, stop);
        ticket.WhyNotWriteAsItsCustomer(by).StopIfAny();
        return ticket.CustomerId;
    }
}
