using Lupaus.Core.Links;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>A link of the same kind to another ticket: the one that goes on from the one they wrote in.</summary>
public sealed class LinkAgain(Changes changes, TimeProvider clock)
{
    public Task<LinkId> To(TicketId ticket, CustomerLink like, CancellationToken stop) => changes.Make(db =>
    {
        var link = new CustomerLink(ticket, like.PersonId, clock.Now(), like.TakesPart);
        db.CustomerLinks.Add(link);
        return Task.FromResult(link.Id);
    }, stop);
}
