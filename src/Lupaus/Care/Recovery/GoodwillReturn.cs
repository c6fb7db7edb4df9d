using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;

namespace Lupaus.Care.Recovery;

/// <summary>That goodwill was taken back: by whom, when and why. At most one for each.</summary>
public sealed class GoodwillReturn : Remembering
{
    /// <summary>So long whoever gave it takes it back by themselves; later a lead does.</summary>
    public static readonly TimeSpan Own = TimeSpan.FromDays(1);

    private GoodwillReturn() { }

    public GoodwillId GoodwillId { get; private init; }

    public TicketId TicketId { get; private init; }

    public AgentId ById { get; private init; }

    public string Reason { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public override TicketId? Matter => TicketId;

    public static GoodwillReturn Of(Goodwill goodwill, string reason, AgentId by, Role role, DateTimeOffset now)
    {
        (WhyNotTakeBack(goodwill, by, role, now) ?? WhyNotSay(reason)).StopIfAny();
        var taken = new GoodwillReturn { GoodwillId = goodwill.Id, TicketId = goodwill.TicketId, ById = by, Reason = reason.Cleaned(), At = now };
        taken.Happened(new GoodwillTakenBack(goodwill.Id, goodwill.Cents), by, now);
        return taken;
    }

    public static Refusal? WhyNotTakeBack(Goodwill goodwill, AgentId by, Role role, DateTimeOffset now) => WhyNotTakeBack(goodwill.GiverId, goodwill.At, by, role, now);

    public static Refusal? WhyNotTakeBack(AgentId giver, DateTimeOffset given, AgentId by, Role role, DateTimeOffset now) =>
        role != Role.Agent ? null :
        giver != by ? Refusal.Because("goodwill.others") :
        now > given + Own ? Refusal.Because("goodwill.late") :
        null;

    private static Refusal? WhyNotSay(string reason) =>
        reason.Cleaned().Length is 0 or > Limits.Reason ? Refusal.Because("goodwill.back.reason").With("limit", Limits.Reason) : null;
}
