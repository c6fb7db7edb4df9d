using System.Collections.Frozen;
using System.Globalization;
using Lupaus.Care.Recovery;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Reading;
using Lupaus.Work.Replies;
using Microsoft.Extensions.Primitives;

namespace Lupaus.Web.Pages.Desk;

/// <summary>All that a ticket's page and its parts show, as they were at one moment.</summary>
public sealed class TicketScreen
{
    private readonly Lazy<IReadOnlyDictionary<string, StringValues>> unsent;

    public TicketScreen() => unsent = new(() => UnsentForm.Read(At!.Unsent?.Reply));

    public required TicketAtDesk At { get; init; }

    public required DeskNow Desk { get; init; }

    public required Colleague Me { get; init; }

    public required FrozenDictionary<AgentId, Colleague> Colleagues { get; init; }

    public required CompanyNow Company { get; init; }

    /// <summary>All tags of the house by name.</summary>
    public required FrozenDictionary<TagId, string> Tags { get; init; }

    /// <summary>How the customer's newest word seems to feel, where it isn't neutral.</summary>
    public Feeling? Feeling { get; init; }

    /// <summary>Names by which records have been called: offered where one is asked for.</summary>
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>The customer's message that is to be put beside a record.</summary>
    public Message? Quoted { get; init; }

    /// <summary>Where what is new to the reader begins.</summary>
    public MessageId? FirstNew { get; init; }

    public required IReadOnlyList<DateTimeOffset> HandyTimes { get; init; }

    /// <summary>There is too little time to work before its promise is due.</summary>
    public bool IsTight { get; init; }

    /// <summary>When a promise that may break could honestly be due instead.</summary>
    public DateTimeOffset? BetterTime { get; init; }

    /// <summary>The times a promise may be moved to, the likeliest first.</summary>
    public IReadOnlyList<DateTimeOffset> LaterTimes => BetterTime is { } better ? [better, .. HandyTimes.Where(t => t > Ticket.Promise!.Due && t != better)] : [.. HandyTimes.Where(t => t > Ticket.Promise!.Due)];

    /// <summary>Why a promise may have to be moved, in the customer's language: to choose from, or to say better.</summary>
    public IReadOnlyList<string> MoveReasons { get; init; } = [];

    public required DateTimeOffset Now { get; init; }

    /// <summary>In the customer's language, to begin with.</summary>
    public required string Greeting { get; init; }

    public required string Reminder { get; init; }

    /// <summary>What has just been done, told once above the composer.</summary>
    public string? Done { get; init; }

    public Draft? Draft { get; init; }

    /// <summary>The promise that the refused reply would have made, as the customer would read it.</summary>
    public string? Preview { get; init; }

    /// <summary>The macros one can run here, and the names of rules and macros that the history speaks of.</summary>
    public AutomationNow Automation { get; init; } = AutomationNow.Nothing;

    /// <summary>Nothing but the ticket and its person: undivided attention.</summary>
    public bool IsUndivided { get; init; }

    /// <summary>Troubles that are going on and that this seems to be about, each with what is prepared for it.</summary>
    public IReadOnlyList<FirstAidOffer> Offers { get; init; } = [];

    /// <summary>The names of the playbooks that the history speaks of.</summary>
    public PlaybooksNow Playbooks { get; init; } = PlaybooksNow.None;

    public Ticket Ticket => At.Ticket;

    public bool IsMine => Ticket.OwnerId == Me.Id;

    /// <summary>The reader asks it of colleagues, and is its customer here.</summary>
    public bool IsMyRequest => Ticket.RequesterId == Me.Id;

    /// <summary>The reader is a lead or an admin.</summary>
    public bool Leads => Me.Role is not Lupaus.Ground.Identity.Role.Agent;

    /// <summary>The reader is asked to go on with it.</summary>
    public Handover? OfferToMe => At.OpenOffer(Now) is { } offer && offer.ToId == Me.Id ? offer : null;

    /// <summary>What the reader is asked, and hasn't answered yet.</summary>
    public IEnumerable<Duty> QuestionsToMe => Ticket.Duties.Where(d => d is { IsQuestion: true, IsOpen: true } && d.Doer == Me.Id).OrderBy(d => d.Due);

    /// <summary>Somebody waits for the reader's answer.</summary>
    public bool AsksMe => OfferToMe is not null || QuestionsToMe.Any() || WhyNot("accept") is not null || WhyNot("decline") is not null;

    /// <summary>Why the reader may not offer it to a colleague at this moment; null when they may.</summary>
    public Refusal? WhyNotHandOver => Ticket.WhyNotHandOver(Me.Id, Leads, Now);

    public Topic Topic => Company.Topic(Ticket.TopicId);

    public string Path => $"/desk/{Ticket.Reference}";

    public string PathTo(string action) => $"{Path}/{action}";

    /// <summary>Those who work here and may answer for it.</summary>
    public IEnumerable<Colleague> MayOwn => AtWork.Where(c => Ticket.WhyNotOwn(c.Id) is null);

    public IEnumerable<Colleague> AtWork => Colleagues.Values.Where(c => c.IsActive).OrderBy(c => c.Name, StringComparer.Ordinal);

    /// <summary>What was understood last, in the words the customer read.</summary>
    public string? WordsUnderstood => Ticket.Understanding is { ToldIn: var told } ? At.Sayings.FirstOrDefault(s => s.Message.Id == told)?.Message.Understood : null;

    /// <summary>What the reader may give in this month.</summary>
    public Purse Purse => new(Me.GoodwillLimit ?? Company.GoodwillLimit, At.GivenByReader);

    /// <summary>Something may still be given here, and the reader has a limit of their own.</summary>
    public bool MayGive => Purse.Limit > 0 && Goodwill.WhyNotGiveIn(Ticket, Now) is null;

    /// <summary>A colleague who works here, and whom one hasn't thanked here yet.</summary>
    public bool MayThank(AgentId agent) =>
        agent != Me.Id && Find(agent) is { IsActive: true } && !At.Thanks.Any(t => t.FromId == Me.Id && t.ToId == agent);

    /// <summary>Those who have had a hand in it: its owner, whoever has written in it or does something for it.</summary>
    public IReadOnlyList<Colleague> Helpers =>
    [
        .. At.Sayings.Where(s => !s.Message.IsAutomatic).Select(s => s.Message.AgentId).Concat(Ticket.Duties.Select(d => (AgentId?)d.Doer)).Concat(Ticket.Obstacles.Select(o => o.SettledBy)).Prepend(Ticket.OwnerId)
            .OfType<AgentId>().Distinct().Where(MayThank).Select(id => Colleagues[id]),
    ];

    public Colleague? Find(AgentId? agent) => agent is { } id ? Colleagues.GetValueOrDefault(id) : null;

    public string NameOf(AgentId? agent) => Find(agent)?.Name ?? "?";

    /// <summary>Why the form could not be sent; null for all others.</summary>
    public Refusal? WhyNot(string part) => Draft?.Part == part ? Draft.Refusal : null;

    /// <summary>What was typed into a field that is shown again; null when the form is new.</summary>
    public string? Typed(string part, string field) =>
        Draft is { } draft ? draft.Part == part ? draft.Typed[field].ToString() : null :
        part == "reply" && HasUnsentReply ? unsent.Value.GetValueOrDefault(field).ToString() :
        part == "note" && field == "body" ? At.Unsent?.Note :
        null;

    /// <summary>They began a reply earlier, and it goes on from there.</summary>
    public bool HasUnsentReply => Draft is null && At.Unsent?.Reply is not null;

    /// <summary>They sent it, and it came back instead of leaving: why.</summary>
    public Refusal? WhyItCameBack => HasUnsentReply && At.Unsent!.CameBack is { } key ? Refusal.Because(key) : null;

    /// <summary>A reply on its way, which its writer may take back.</summary>
    public HeldReply? Held => At.Held;

    public bool IsHeldMine => Held?.AgentId == Me.Id;

    /// <summary>The customer wrote this while the reply was being written.</summary>
    public bool IsNewer(Message message) =>
        Draft?.Refusal.Key == "ticket.newer" && message.Direction == Direction.FromCustomer &&
        long.TryParse(Draft.Typed["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) && message.Id.Value > seen;

    public PromiseState StateOf(Promise promise) =>
        promise.Kind == PromiseKind.CheckBack ? PromiseState.Waiting :
        promise.IsLapsed(Now) ? PromiseState.Late :
        promise.IsThreatened(Now) ? PromiseState.Threatened :
        IsTight ? PromiseState.Tight :
        PromiseState.Fine;

    public int LeftPercentOf(Promise promise) => Left(promise.MadeAt, promise.Due, Now);

    public static int Left(DateTimeOffset from, DateTimeOffset due, DateTimeOffset now) =>
        due <= from ? 0 : (int)Math.Clamp(100 * (due - now) / (due - from), 0, 100);
}
