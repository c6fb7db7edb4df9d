using Lupaus.Core.Links;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Ground.Topics;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Calendar;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lupaus.Web.Pages.Desk;

/// <summary>What one of ours has typed so far to ask colleagues, as typed.</summary>
public sealed record RequestDraft(string Topic, string Subject, string Message, WishedTime Deadline, string Nonce)
{
    public static RequestDraft Blank(string? topic) => new(topic ?? "", "", "", default, Posted.NewNonce());

    public static RequestDraft Of(Posted posted) => new(
        posted["topic"], posted["subject"], posted["message"], new WishedTime(posted["deadline-day"], posted["deadline-time"]),
        posted.Nonce is { Length: > 0 } nonce ? nonce : Posted.NewNonce());

    public TopicId? TopicIn(CompanyNow company) =>
        long.TryParse(Topic, out var id) ? company.OpenTopics.FirstOrDefault(t => t.Id.Value == id)?.Id : null;

    /// <summary>What has to be put right before it can be sent, field by field in the order of the page.</summary>
    public IReadOnlyDictionary<string, Refusal> Slips(Posted posted, CompanyNow company, DateTimeOffset now)
    {
        var hours = company.HoursOf(company.Topic(TopicIn(company)).Id);
        var slips = new OrderedDictionary<string, Refusal>();
        foreach (var (field, why) in new[]
        {
            ("form", posted.WhyNot),
            ("subject", Subject.OneLine().Length > Limits.Subject ? Refusal.Because("ticket.subject").With("limit", Limits.Subject) : null),
            ("message", Lupaus.Core.Tickets.Message.WhyNotSay(Message)),
            ("files", Attachment.WhyNotAttach([.. posted.Files.Select(f => f.Length)])),
            ("deadline-day", Deadline.WhyNotRead(hours, now) ?? Ticket.WhyNotSetDeadline(Deadline.Read(hours, now), now)),
        })
            if (why is not null)
                slips.TryAdd(field, why);
        return slips;
    }
}

/// <summary>One of ours asks colleagues, writes more to what they have asked, and opens its page as its customer.</summary>
internal static class RequestDoor
{
    private const long MostBytes = 48 * 1024 * 1024; // 40 of files, and the words

    public static void MapRequests(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/request", (string? topic, [AsParameters] RequestRooms rooms) => Show(rooms, RequestDraft.Blank(topic), new Dictionary<string, Refusal>(), false, StatusCodes.Status200OK));
        desk.MapPost("/request", Ask).WithMetadata(new RequestSizeLimitAttribute(Posted.MaxBytesHeard));
        desk.MapPost("/{reference}/request", Write).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        desk.MapPost("/{reference}/request/page", Page);
    }

    private static async Task<IResult> Ask([AsParameters] RequestRooms rooms, OpenTicket open, Reader reader)
    {
        var company = await rooms.Company.Now(rooms.Stop);
        var posted = await Posted.Read(rooms.Context);
        var draft = RequestDraft.Of(posted);
        var slips = draft.Slips(posted, company, reader.Now);
        if (slips.Count > 0)
            return await Show(rooms, draft, slips, posted.HasFiles, posted.Status);
        try
        {
            var topic = company.Topic(draft.TopicIn(company)).Id;
            var matter = new NewMatter(null, null, null, draft.Message, null, Channel.Desk, posted.Source("desk request"), draft.Subject, draft.Deadline.Read(company.HoursOf(topic), reader.Now), topic)
            {
                Files = await posted.Files.Read(rooms.Stop),
                RequestedBy = rooms.Me,
            };
            return new SeeOther($"/desk/{(await open.From(matter, rooms.Stop)).Reference}?done=asked");
        }
        catch (RuleBroken broken)
        {
            return await Show(rooms, draft, new Dictionary<string, Refusal> { ["form"] = broken.Refusal }, posted.HasFiles, StatusCodes.Status409Conflict);
        }
    }

    private static async Task<IResult> Write([AsParameters] TicketPost post, OwnRequest own)
    {
        Reference? heardIn = null;
        var answer = await post.Try("request", async (id, source) =>
            heardIn = await own.Write(id, post["body"], await post.Form.Files.Read(post.Stop), Channel.Desk, post.Me, source, post.Stop));
        return answer is RedirectHttpResult && heardIn is { } reference ? Results.LocalRedirect($"/desk/{reference}?done=request") : answer;
    }

    private static async Task<IResult> Page([AsParameters] TicketPost post, OwnRequest own, OpenLinks links)
    {
        LinkId? link = null;
        var answer = await post.Try("request-page", async (id, _) => link = await own.Link(id, post.Me, post.Stop));
        return link is { } mine ? Results.LocalRedirect(await links.PathOf(mine, post.Stop)) : answer;
    }

    private static async Task<IResult> Show(RequestRooms rooms, RequestDraft draft, IReadOnlyDictionary<string, Refusal> slips, bool filesAgain, int status) =>
        PageResults.Page<RequestPage>(
            new
            {
                Desk = await rooms.Desk.Of(rooms.Me, rooms.Stop),
                Company = await rooms.Company.Now(rooms.Stop),
                Draft = draft,
                Slips = slips,
                FilesAgain = filesAgain,
                IsAlone = !(await rooms.Colleagues.Now(rooms.Stop)).Values.Any(c => c.IsActive && c.Id != rooms.Me),
            },
            status);
}

/// <summary>The rooms that the page of a request draws from.</summary>
public sealed record RequestRooms(HttpContext Context, MyDesk Desk, OurCompany Company, Colleagues Colleagues, CancellationToken Stop)
{
    public AgentId Me => Context.User.AgentId();
}
