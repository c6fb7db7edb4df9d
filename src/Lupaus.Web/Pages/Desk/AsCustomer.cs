using Lupaus.Core.Links;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Pages.CustomerPage;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Be the customer: their page as they see it, in their language. Nothing can be done there in their name.</summary>
internal static class AsCustomer
{
    public static async Task<IResult> Show(string reference, ReadTicket read, ShowCustomer show, OurCompany company, Reader reader, TimeProvider clock, CancellationToken stop)
    {
        if (Reference.Read(reference) is not { } known || await read.WhoseIs(known, stop) is not { } whose)
            return PageResults.Page<NoSuchTicketPage>(new { Sought = reference }, StatusCodes.Status404NotFound);
        var now = clock.Now();
        // A link that is never stored opens nothing.
        var view = await show.Of(new CustomerLink(whose.Ticket, whose.Customer, now), "/desk", all: true, now, stop);
        var mine = reader.Language;
        reader.Language = view.Language;
        return PageResults.Page<AsCustomerPage>(new { View = view, Company = await company.Now(stop), Mine = mine });
    }
}
