using Lupaus.Core.Links;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>A link of the customer's own to another ticket of theirs: the one that goes on from the one they wrote in.</summary>
public sealed class LinkAgain(Changes changes, TimeProvider clock)
{
    public Task<LinkId> To(TicketId ticket, PersonId person, CancellationToken stop) => changes.Make(db =>
    {
        var link = new CustomerLink(ticket, person, clock.Now());
        db.CustomerLinks.Add(link);
        return Task.FromResult(link.Id);
    }, stop);
}
