using Lupaus.Core.Links;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>The customer says which language they want: this matter goes on in it, and the next one begins in it.</summary>
public sealed class ChooseLanguage(Changes changes, TimeProvider clock)
{
    public Task For(CustomerLink link, LanguageCode language, CancellationToken stop) => changes.Make(async db =>
    {
        (await db.Tickets.One(link.TicketId, stop)).SpeakIn(language, link.PersonId, clock.Now());
        (await db.People.FirstAsync(p => p.Id == link.PersonId, stop)).Speaks(language);
    }, stop);
}
