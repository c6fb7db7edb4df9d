using System.Globalization;
using Lupaus.Care.Playbooks;
using Lupaus.Care.Recovery;
using Lupaus.Care.Thanks;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Api;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Lupaus.Work.Webhooks;

namespace Lupaus.Web.Pages.Desk;

/// <summary>The names that facts, which carry ids alone, are told with.</summary>
public sealed record FactNames(Func<AgentId, string> Agent, string Customer, Func<TopicId, string> Topic)
{
    public Func<TeamId, string> Team { get; init; } = _ => "?";

    public Func<TagId, string> Tag { get; init; } = _ => "?";

    /// <summary>Those beside the customer too; where only the customer is known, everybody is.</summary>
    public Func<PersonId, string>? Person { get; init; }

    public Func<ApiKeyId, string> Key { get; init; } = _ => "?";

    public Func<RuleId, string> Rule { get; init; } = _ => "?";

    public Func<MacroId, string> Macro { get; init; } = _ => "?";

    public Func<PlaybookId, string> Playbook { get; init; } = _ => "?";

    public Func<MailboxId, string> Mailbox { get; init; } = _ => "?";

    public Func<WebhookId, string> Webhook { get; init; } = _ => "?";
}

/// <summary>Each fact in plain words, in the reader's language.</summary>
public sealed class FactSentence(Phrases words, CivilTime times, FactNames names)
{
    public string Of(Fact fact, Actor by) => fact switch
    {
        TicketArrived f => Say("arrived", ("who", Who(by)), ("how", Word("channel", f.Channel))),
        OwnerNamed f => Say("owner.named", ("owner", names.Agent(f.Owner)), ("why", Word("why", f.Why))),
        OwnerChanged f => Say("owner.changed", ("from", names.Agent(f.From)), ("to", names.Agent(f.To)), ("why", Word("why", f.Why))),
        TakenFromLine f => Say("taken", ("who", Who(by)), ("why", Word("next", f.Why))),
        TakenBeforeItsTurn f => Say("taken.before", ("who", Who(by)), ("why", Word("overtook", f.Why))),
        MessageReceived f => Say("received", ("who", Who(by)), ("how", Word("channel", f.Channel))),
        MessageSent { Nature: not Nature.Tried, Rang: { } rang } => Say($"called.{rang.ToString().ToLowerInvariant()}", ("who", Who(by))),
        MessageSent f => Say($"sent.{f.Nature.ToString().ToLowerInvariant()}", ("who", Who(by))),
        ReplyHeld => Say("held", ("who", Who(by))),
        ReplyCameBack f => Say(f.Why is null ? "cameback" : "cameback.why", ("who", Who(by))),
        CopySent f => Say("copy", ("who", Who(by)), ("to", NameOf(f.Person))),
        ParticipantJoined f => Say("part.joined", ("person", NameOf(f.Person))),
        ParticipantLeft f => by.Person == f.Person ? Say("part.left.self", ("person", NameOf(f.Person))) : Say("part.left", ("who", Who(by)), ("person", NameOf(f.Person))),
        ParticipantIsSomebodyElse => Say("part.same", ("who", Who(by))),
        NoteWritten => Say("note", ("who", Who(by))),
        ToldByPhone => Say("told", ("who", Who(by))),
        PromiseMade f => Say($"made.{f.Kind.ToString().ToLowerInvariant()}", ("number", Number(f.Number)), ("owner", names.Agent(f.Promiser)), ("time", times.By(f.Due))),
        PromiseEnded f => Say($"ended.{f.How.ToString().ToLowerInvariant()}", ("number", Number(f.Number)), ("time", times.At(f.At))),
        PromiseMovedAgain f => Say("movedagain", ("number", Number(f.Number)), ("moves", Number(f.Moves))),
        PromiserChanged f => Say("promiser", ("from", names.Agent(f.From)), ("to", names.Agent(f.To))),
        DeadlineSet f => Say("deadline", ("who", Who(by)), ("time", times.At(f.Deadline))),
        MoodTurned => Say("mood.turned"),
        DeadlineNamed f => Say("deadline.named", ("time", times.At(f.Deadline))),
        DeadlineDeclined => Say("deadline.declined", ("who", Who(by))),
        DeadlineCleared => Say("deadline.cleared", ("who", Who(by))),
        GoalSet => Say("goal", ("who", Who(by))),
        TopicChanged f => Say("topic", ("who", Who(by)), ("from", names.Topic(f.From)), ("to", names.Topic(f.To))),
        LanguageChanged f => Say("language", ("who", Who(by)), ("to", words[$"looks.language.{f.To.Code()}"])),
        SubjectChanged => Say("subject", ("who", Who(by))),
        DutyTaken f => Say(f.IsTold ? "duty.told" : "duty", ("owner", names.Agent(f.Doer)), ("time", times.By(f.Due))),
        DutyDone f => Say(f.Dropped ? "duty.dropped" : "duty.done", ("who", Who(by))),
        DutyPutOff f => Say("duty.putoff", ("who", Who(by)), ("time", times.Short(f.Due))),
        DutyPassed f => Say("duty.passed", ("from", names.Agent(f.From)), ("to", names.Agent(f.To))),
        HandoverOffered f => Say("handover.offered", ("who", Who(by)), ("to", names.Agent(f.To)), ("time", times.By(f.Until))),
        HandoverEnded f => Say($"handover.{f.How.ToString().ToLowerInvariant()}", ("to", names.Agent(f.To))),
        ColleagueAsked f => Say("asked", ("who", Who(by)), ("to", names.Agent(f.Doer)), ("time", times.By(f.Due))),
        ColleagueAnswered => Say("answered", ("who", Who(by))),
        QuestionPassed f => Say("question.passed", ("from", names.Agent(f.From)), ("to", names.Agent(f.To))),
        ObstacleRaised { Kind: ObstacleKind.Failure } when by.Person is not null => Say("raised.failure.told", ("who", Who(by))),
        ObstacleRaised f => Say($"raised.{f.Kind.ToString().ToLowerInvariant()}", ("who", Who(by))),
        ObstacleSettled { Holds: { } holds, Cause: { } cause } => Say("settled.discrepancy.cause", ("who", Who(by)), ("holds", Word("holds", holds)), ("cause", Word("cause", cause))),
        ObstacleSettled f => Say($"settled.{f.Kind.ToString().ToLowerInvariant()}", ("who", Who(by))),
        TicketClosed f => Say("closed", ("who", Who(by)), ("how", Word("how", f.How)), ("outcome", Word("outcome", f.Outcome))),
        SolutionConfirmed => Say("confirmed", ("who", Who(by))),
        TicketReopened => Say("reopened", ("who", Who(by))),
        MailWaits => Say("mailwaits"),
        MailDecided => Say("maildecided", ("who", Who(by))),
        NotReached { CopyTo: { } copy } => Say("notreached.copy", ("person", NameOf(copy))),
        NotReached => Say("notreached"),
        LetterDelayed => Say("delayed"),
        LetterSentAgain => Say("sentagain", ("who", Who(by))),
        LetterUnsure { CopyTo: { } copy } => Say("unsure.copy", ("person", NameOf(copy))),
        LetterUnsure => Say("unsure"),
        SubjectBelongs => Say("subjectbelongs", ("who", Who(by))),
        MachineHeard => Say("machine", ("who", Who(by))),
        HeardAfterClosing => Say("heardafter", ("who", Who(by))),
        FollowedUp => Say("followedup"),
        TicketJoined => Say("joined", ("who", Who(by))),
        TicketMerged => Say("merged", ("who", Who(by))),
        TicketParted => Say("parted", ("who", Who(by))),
        PartLeft => Say("partleft", ("who", Who(by))),
        TicketSplit => Say("split", ("who", Who(by))),
        MessageMoved => Say("messagemoved", ("who", Who(by))),
        MessageCame => Say("messagecame", ("who", Who(by))),
        DutyCame => Say("dutycame"),
        ObstacleCame => Say("obstaclecame"),
        TicketLinked => Say("linked", ("who", Who(by))),
        TicketUnlinked => Say("unlinked", ("who", Who(by))),
        CustomerChanged => Say("customerchanged", ("who", Who(by))),
        TagAdded f => Say("tag.added", ("who", Who(by)), ("tag", names.Tag(f.Tag))),
        TagRemoved f => Say("tag.removed", ("who", Who(by)), ("tag", names.Tag(f.Tag))),
        PutAside f => Say("aside", ("time", times.At(f.Until))),
        UnderstandingWritten => Say("understood", ("who", Who(by))),
        UnderstandingConfirmed f => Say($"understood.{f.How.ToString().ToLowerInvariant()}", ("who", Who(by))),
        UnderstandingDoubted => Say("understood.notquite", ("who", Who(by))),
        UnderstandingCame => Say("understood.came"),
        GoodwillGiven f => Say("goodwill", ("who", Who(by)), ("worth", EuroText.Of(f.Cents, words.Language))),
        GoodwillTakenBack f => Say("goodwill.back", ("who", Who(by)), ("worth", EuroText.Of(f.Cents, words.Language))),
        GoodwillAllowed f => Say("goodwill.allowed", ("who", Who(by)), ("worth", EuroText.Of(f.Cents, words.Language))),
        GoodwillLimited { Cents: { } cents } f => Say("goodwill.limited", ("who", Who(by)), ("agent", names.Agent(f.Agent)), ("worth", EuroText.Of(cents, words.Language))),
        GoodwillLimited f => Say("goodwill.limited.asall", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        ColleagueThanked f => Say("thanked", ("who", Who(by)), ("to", names.Agent(f.To))),
        ThanksTakenBack f => Say("thanked.back", ("who", Who(by)), ("to", names.Agent(f.To))),
        TroubleRecognised f => Say("trouble.recognised", ("name", names.Playbook(f.Playbook))),
        RecognitionDismissed f => Say("trouble.dismissed", ("who", Who(by)), ("name", names.Playbook(f.Playbook))),
        FirstAidGiven f => Say("firstaid", ("who", Who(by)), ("name", names.Playbook(f.Playbook))),
        PlaybookWritten f => Say("playbook.written", ("who", Who(by)), ("name", names.Playbook(f.Playbook))),
        PlaybookDropped f => Say("playbook.dropped", ("who", Who(by)), ("name", names.Playbook(f.Playbook))),
        TroubleGoesOn f => Say("trouble.goeson", ("who", Who(by)), ("name", names.Playbook(f.Playbook)), ("time", times.At(f.Until))),
        TroubleIsOver f => Say("trouble.over", ("who", Who(by)), ("name", names.Playbook(f.Playbook))),
        BroughtBack => Say("broughtback", ("who", Who(by))),
        SenderBlocked f => Say($"blocked.{f.Kind.ToString().ToLowerInvariant()}", ("who", Who(by))),
        SenderUnblocked f => Say($"unblocked.{f.Kind.ToString().ToLowerInvariant()}", ("who", Who(by))),
        JargonNoted => Say("jargon.noted", ("who", Who(by))),
        JargonDropped => Say("jargon.dropped", ("who", Who(by))),
        MailReadAgain => Say("mail.again", ("who", Who(by))),
        MailOpenedAnyway => Say("mail.opened", ("who", Who(by))),
        MailDismissed => Say("mail.dismissed", ("who", Who(by))),
        PersonDescribed => Say("person.described", ("who", Who(by))),
        ContactChanged => Say("person.contact", ("who", Who(by))),
        WordGiven => Say("person.word", ("who", Who(by))),
        WordSettled f => Say($"person.word.{f.How.ToString().ToLowerInvariant()}", ("who", Who(by))),
        PeopleMerged => Say("people.merged", ("who", Who(by))),
        PeopleParted => Say("people.parted", ("who", Who(by))),
        AgentInvited f => Say("agent.invited", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        AgentActivated f => Say("agent.activated", ("agent", names.Agent(f.Agent))),
        AgentDeactivated f => Say("agent.deactivated", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        AgentDescribed f => Say("agent.described", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        InvitationRenewed f => Say("agent.reinvited", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        RecoveryAsked f => Say("agent.recovery", ("agent", names.Agent(f.Agent))),
        WayInChanged f => Say("agent.wayin", ("agent", names.Agent(f.Agent)), ("what", Word("wayin", f.What))),
        AgentAway { Until: { } until } f => Say("agent.away", ("agent", names.Agent(f.Agent)), ("from", times.At(f.From)), ("until", times.At(until))),
        AgentAway f => Say("agent.away.open", ("agent", names.Agent(f.Agent)), ("from", times.At(f.From))),
        AgentBack f => Say("agent.back", ("agent", names.Agent(f.Agent))),
        StandInNamed { StandIn: { } standIn } f => Say("standin", ("agent", names.Agent(f.Agent)), ("to", names.Agent(standIn))),
        StandInNamed f => Say("standin.none", ("agent", names.Agent(f.Agent))),
        DutyMoved f => Say("dutyagent", ("from", names.Agent(f.From)), ("to", names.Agent(f.To))),
        CompanyOpened f => Say("company.opened", ("agent", names.Agent(f.DutyAgent))),
        CompanyDescribed => Say("company.described", ("who", Who(by))),
        QueueOrdered f => Say("queue.ordered", ("who", Who(by)), ("turns", Number(f.TurnsEvery)), ("promises", Number(f.PromisesToKeep))),
        AgentEmailChanged f => Say("agent.email", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        InvitationWithdrawn f => Say("agent.withdrawn", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        RoleChanged f => Say("agent.role", ("who", Who(by)), ("agent", names.Agent(f.Agent)), ("to", Word("role", f.To))),
        AdminLeft f => Say("agent.adminleft", ("agent", names.Agent(f.Agent))),
        TeamsChosen f => Say("agent.teams", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        HoursChosen f => Say("agent.hours", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        AgentSignedIn f => Say($"agent.signedin.{f.How.ToString().ToLowerInvariant()}", ("agent", names.Agent(f.Agent))),
        SessionEnded f => Say(by.Agent == f.Agent ? "agent.session.own" : "agent.session", ("who", Who(by)), ("agent", names.Agent(f.Agent))),
        SignInByOthersChanged f => Say(f.IsOn ? "oidc.on" : "oidc.off", ("who", Who(by))),
        BackupAsked => Say("backup.asked", ("who", Who(by))),
        DayClosed f => Say("day.closed", ("who", Who(by)), ("day", times.Day(f.Day))),
        DayOpened f => Say("day.opened", ("who", Who(by)), ("day", times.Day(f.Day))),
        TeamFounded f => Say("team.founded", ("who", Who(by)), ("team", names.Team(f.Team))),
        TeamDescribed f => Say("team.described", ("who", Who(by)), ("team", names.Team(f.Team))),
        TopicOpened f => Say("topic.opened", ("who", Who(by)), ("topic", names.Topic(f.Topic))),
        TopicDescribed f => Say("topic.described", ("who", Who(by)), ("topic", names.Topic(f.Topic))),
        TopicRetired f => Say("topic.retired", ("who", Who(by)), ("topic", names.Topic(f.Topic))),
        TopicRevived f => Say("topic.revived", ("who", Who(by)), ("topic", names.Topic(f.Topic))),
        TopicMadeDefault f => Say("topic.default", ("who", Who(by)), ("topic", names.Topic(f.Topic))),
        ApiKeyMade f => Say("key.made", ("who", Who(by)), ("key", names.Key(f.Key)), ("scope", Word("scope", f.Scope))),
        ApiKeyRevoked f => Say("key.revoked", ("who", Who(by)), ("key", names.Key(f.Key))),
        MacroRun f => Say("macro.run", ("who", Who(by)), ("macro", names.Macro(f.Macro))),
        RuleActed f => Say("rule.acted", ("rule", names.Rule(f.Rule))),
        MacroWritten f => Say("macro.written", ("who", Who(by)), ("macro", names.Macro(f.Macro))),
        MacroDropped f => Say("macro.dropped", ("who", Who(by)), ("macro", names.Macro(f.Macro))),
        RuleWritten f => Say("rule.written", ("who", Who(by)), ("rule", names.Rule(f.Rule))),
        RuleSwitched f => Say(f.IsOn ? "rule.on" : "rule.off", ("who", Who(by)), ("rule", names.Rule(f.Rule))),
        RulesOrdered => Say("rule.ordered", ("who", Who(by))),
        RuleDropped f => Say("rule.dropped", ("who", Who(by)), ("rule", names.Rule(f.Rule))),
        MailboxMade f => Say("mailbox.made", ("who", Who(by)), ("mailbox", names.Mailbox(f.Mailbox))),
        MailboxChanged f => Say("mailbox.changed", ("who", Who(by)), ("mailbox", names.Mailbox(f.Mailbox))),
        MailboxKeyChanged f => Say("mailbox.key", ("who", Who(by)), ("mailbox", names.Mailbox(f.Mailbox))),
        MailboxStopped f => Say("mailbox.stopped", ("who", Who(by)), ("mailbox", names.Mailbox(f.Mailbox))),
        MailboxResumed f => Say("mailbox.resumed", ("who", Who(by)), ("mailbox", names.Mailbox(f.Mailbox))),
        MailboxDropped f => Say("mailbox.dropped", ("who", Who(by)), ("mailbox", names.Mailbox(f.Mailbox))),
        WebhookMade f => Say("webhook.made", ("who", Who(by)), ("webhook", names.Webhook(f.Webhook))),
        WebhookChanged f => Say("webhook.changed", ("who", Who(by)), ("webhook", names.Webhook(f.Webhook))),
        WebhookSecretChanged f => Say("webhook.secret", ("who", Who(by)), ("webhook", names.Webhook(f.Webhook))),
        WebhookStopped f => Say($"webhook.stopped.{f.Why.ToString().ToLowerInvariant()}", ("who", Who(by)), ("webhook", names.Webhook(f.Webhook))),
        WebhookResumed f => Say("webhook.resumed", ("who", Who(by)), ("webhook", names.Webhook(f.Webhook))),
        WebhookDropped f => Say("webhook.dropped", ("who", Who(by)), ("webhook", names.Webhook(f.Webhook))),
        _ => throw new NotSupportedException($"There is no sentence for {fact.GetType().Name} yet."),
    };

    public string Who(Actor by) => by.Agent is { } agent ? names.Agent(agent) : by.Person is { } person ? NameOf(person) : "Lupaus";

    private string NameOf(PersonId person) => names.Person?.Invoke(person) ?? names.Customer;

    private string Say(string key, params (string Name, string Value)[] with) => words.Say($"fact.{key}", with);

    private string Word<T>(string kind, T value) where T : struct, Enum => words[$"fact.{kind}.{value.ToString().ToLowerInvariant()}"];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
