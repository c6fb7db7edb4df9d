using System.Globalization;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Web.Care.Discrepancies;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Alerts;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Reading;
using Lupaus.Web.Work.Views;

namespace Lupaus.Web.Pages.Desk;

/// <summary>A form of the ticket's page, sent.</summary>
public sealed record TicketPost(HttpContext Context, string Reference, IFormCollection Form, TicketDoor Door, ChangeTicket Ticket, TimeProvider Clock, CancellationToken Stop)
{
    public DateTimeOffset Now => Clock.Now();

    public AgentId Me => Context.User.AgentId();

    public string this[string field] => Form[field].ToString();

    /// <summary>Files that were kept while the words were written, and go along with them.</summary>
    public IReadOnlyList<AttachmentId> KeptFiles =>
        [.. Form["kept"].Select(k => long.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Take(Attachment.MaxCount + 1).Select(AttachmentId.From)];

    public Task<IResult> Try(string part, Func<TicketId, Source, Task> act) => Door.Try(this, part, act);

    /// <summary>A small change, said to the ticket in its own verbs.</summary>
    public Task<IResult> Change(string part, Action<Ticket, DateTimeOffset> change) =>
        Try(part, (id, source) => Ticket.For(id, source, change, Stop));
}

/// <summary>
/// Shows a ticket's page; and lets a form in: done, it leads back to the page; refused, the page comes again with
/// the reason in its place and everything typed kept.
/// </summary>
public sealed class TicketDoor(ReadTicket read, MyDesk desk, OurCompany ourCompany, Colleagues colleagues, OurTags ourTags, LookAt lookAt, HowItFeels feels, Words words, Telling telling, ReadAlerts alerts, KnownAutomation automation, KnownSystems systems, KnownPlaybooks playbooks, FirstAidOffers offers, TightPromises tight, LaterPromise later, TimeProvider clock)
{
    public async Task<IResult> Show(HttpContext context, string reference, Draft? draft, CancellationToken stop)
    {
        if (Reference.Read(reference) is not { } known || await read.By(known, context.User.AgentId(), stop) is not { } at)
            return PageResults.Page<NoSuchTicketPage>(new { Sought = reference }, StatusCodes.Status404NotFound);
        await alerts.At(at.Ticket.Id, context.User.AgentId(), stop);
        await Look(at, context.User.AgentId(), stop);
        var screen = await Screen(at, context, draft, stop);
        return PageResults.Page<TicketPage>(new { Screen = screen }, StatusOf(draft));
    }

    /// <summary>All there is to show of it; null when there is no such ticket.</summary>
    public async Task<TicketScreen?> Read(HttpContext context, string reference, CancellationToken stop) =>
        Reference.Read(reference) is { } known && await read.By(known, context.User.AgentId(), stop) is { } at ? await Screen(at, context, null, stop) : null;

    /// <summary>Whoever opens it has read what stands there; it is written down only where that is news.</summary>
    private async Task Look(TicketAtDesk at, AgentId me, CancellationToken stop)
    {
        if (at.Sayings.Count > 0 && at.Sayings[^1].Message.Id is var newest && (at.LastLook is null || at.LastLook.IsNewsTo(newest, clock.Now())))
            await lookAt.For(at.Ticket.Id, newest, me, stop);
    }

    public async Task<IResult> Try(TicketPost post, string part, Func<TicketId, Source, Task> act)
    {
        try
        {
            if (Reference.Read(post.Reference) is not { } known || await read.IdOf(known, post.Stop) is not { } id)
                return await Show(post.Context, post.Reference, null, post.Stop);
            await act(id, Source.Of("desk", post["nonce"]));
            return Results.LocalRedirect($"/desk/{known}?done={part.Split('-')[0]}");
        }
        catch (RuleBroken broken)
        {
            return await Show(post.Context, post.Reference, new Draft(part, post.Form, broken.Refusal), post.Stop);
        }
    }

    private async Task<TicketScreen> Screen(TicketAtDesk at, HttpContext context, Draft? draft, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        var all = await colleagues.Now(stop);
        var now = clock.Now();
        var say = words.In(at.Ticket.Language);
        var isTight = (await tight.Now(stop)).Contains(at.Ticket.Id);
        return new TicketScreen
        {
            At = at,
            Desk = await desk.Of(context.User.AgentId(), stop),
            Me = all[context.User.AgentId()],
            Colleagues = all,
            Tags = await ourTags.Now(stop),
            Feeling = at.Ticket.IsOpen ? feels.Of(at.Sayings.Select(s => s.Message)) : null,
            Systems = at.Ticket.IsOpen ? await systems.Now(stop) : [],
            Quoted = draft is null ? at.Quotable(context.Request.Query["quote"].ToString()) : null,
            FirstNew = at.FirstNew(context.User.AgentId(), now),
            Company = company,
            HandyTimes = HandyTimes.From(company.HoursOf(at.Ticket.TopicId), now),
            MoveReasons = [say["desk.move.because.waiting"], say["desk.move.because.many"], say["desk.move.because.careful"]],
            Now = now,
            IsTight = isTight,
            BetterTime = at.Ticket is { WaitsForCustomer: false, Promise: { } promise } && (isTight || promise.IsThreatened(now)) ? await later.Than(at.Ticket, stop) : null,
            Greeting = Greetings.For(at.Customer, say, TimeZoneInfo.ConvertTime(now, company.Zone)),
            Reminder = $"{Greetings.Plain(at.Customer, say)}\n\n{say["desk.reminder"]}",
            Done = draft is null && context.Request.Query["done"].ToString() is { Length: > 0 } done ? done : null,
            Draft = draft,
            Preview = draft?.Part == "reply" ? Preview(draft.Typed, at.Ticket.Language, all[context.User.AgentId()], company, now) : null,
            Automation = await automation.Now(stop),
            Playbooks = await playbooks.Now(stop),
            Offers = await offers.In(at.Ticket, at.Customer, at.Matches, id => at.Sayings.FirstOrDefault(s => s.Message.Id == id)?.Message.Body, all[context.User.AgentId()], company, stop),
            IsUndivided = context.Request.IsUndivided(),
        };
    }

    private string? Preview(IFormCollection form, LanguageCode language, Colleague me, CompanyNow company, DateTimeOffset now)
    {
        try
        {
            return PromisePreview.Of(form, language, me, company, telling, now);
        }
        catch (RuleBroken)
        {
            return null; // the composer says why already
        }
    }

    /// <summary>What could not be read is the form's trouble; what a rule refused is a conflict with how things are.</summary>
    private static int StatusOf(Draft? draft) =>
        draft is null ? StatusCodes.Status200OK :
        draft.Refusal.Key.StartsWith("desk.", StringComparison.Ordinal) || draft.Refusal.Key == "message.empty" ? StatusCodes.Status422UnprocessableEntity :
        StatusCodes.Status409Conflict;
}
