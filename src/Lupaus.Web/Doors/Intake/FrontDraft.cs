using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Calendar;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Doors.Intake;

/// <summary>What somebody has typed on the front page so far, as typed.</summary>
public sealed record FrontDraft(string Name, string Reach, string Message, WishedTime Deadline, string Topic, string Nonce)
{
    public static FrontDraft Blank(string? topic) => new("", "", "", default, topic ?? "", Posted.NewNonce());

    public static FrontDraft Of(Posted posted) => new(
        posted["name"], posted["reach"], posted["message"], new WishedTime(posted["deadline-day"], posted["deadline-time"]), posted["topic"],
        posted.Nonce is { Length: > 0 } nonce ? nonce : Posted.NewNonce());

    /// <summary>One field takes either.</summary>
    public EmailAddress? Email => EmailAddress.Read(Reach);

    public PhoneNumber? Phone => PhoneNumber.Read(Reach);

    public TopicId? TopicIn(CompanyNow company) =>
        long.TryParse(Topic, out var id) ? company.OpenTopics.FirstOrDefault(t => t.Id.Value == id)?.Id : null;

    /// <summary>What has to be put right before it can be sent, field by field in the order of the page.</summary>
    public IReadOnlyDictionary<string, Refusal> Slips(Posted posted, CompanyNow company, DateTimeOffset now)
    {
        var slips = new OrderedDictionary<string, Refusal>();
        void Look(string field, Refusal? why)
        {
            if (why is not null)
                slips.TryAdd(field, why);
        }
        var hours = company.HoursOf(company.Topic(TopicIn(company)).Id);
        Look("form", posted.WhyNot);
        Look("form", posted[FrontPage.Trap].Length > 0 ? Refusal.Because("robot") : null);
        Look("name", Name.OneLine().Length > Limits.Name ? Refusal.Because("person.name.long").With("limit", Limits.Name) : null);
        Look("reach", Reach.OneLine().Length == 0 ? Person.WhyNotMeet(null, Email, Phone) : (Email, Phone) is (null, null) ? Refusal.Because("reach.shape") : null);
        Look("message", Lupaus.Core.Tickets.Message.WhyNotSay(Message));
        Look("files", Attachment.WhyNotAttach([.. posted.Files.Select(f => f.Length)]));
        Look("deadline-day", Deadline.WhyNotRead(hours, now) ?? Ticket.WhyNotSetDeadline(Deadline.Read(hours, now), now));
        return slips;
    }
}
