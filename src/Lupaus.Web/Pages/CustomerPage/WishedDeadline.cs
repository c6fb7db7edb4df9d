using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Web.Ground.Calendar;
using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>What a customer answered to "when is it too late for you": a time, or that there is no hurry after all.</summary>
internal readonly struct WishedDeadline
{
    public WishedDeadline(Posted posted, OpeningHours hours, DateTimeOffset now)
    {
        if (posted["clear"].Length > 0)
            return;
        var wished = new WishedTime(posted["deadline-day"], posted["deadline-time"]);
        At = wished.Read(hours, now);
        WhyNot = At is null ? Refusal.Because("deadline.shape") : Ticket.WhyNotSetDeadline(At, now);
    }

    public DateTimeOffset? At { get; }

    public Refusal? WhyNot { get; }
}
