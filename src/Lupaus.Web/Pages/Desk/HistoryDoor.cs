using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Automation;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Everything that has happened to a ticket, from the facts alone.</summary>
internal static class HistoryDoor
{
    public static async Task<IResult> Show(HttpContext context, string reference, ReadTicket read, Colleagues colleagues, OurCompany company, OurTags tags, KnownAutomation automation, KnownPlaybooks playbooks, CancellationToken stop)
    {
        if (Reference.Read(reference) is not { } known || await read.By(known, context.User.AgentId(), stop) is not { } at)
            return PageResults.Page<NoSuchTicketPage>(new { Sought = reference }, StatusCodes.Status404NotFound);
        return PageResults.Page<HistoryPage>(new { At = at, Colleagues = await colleagues.Now(stop), Company = await company.Now(stop), Tags = await tags.Now(stop), Automation = await automation.Now(stop), Playbooks = await playbooks.Now(stop) });
    }
}
