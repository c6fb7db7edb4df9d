using System.Collections.Frozen;
using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Lupaus.Work.Webhooks;

namespace Lupaus.Web.Work.Automation;

/// <summary>Rules and macros in plain words, in the reader's language: what they speak of by its name.</summary>
public sealed record AutomationNames(
    Phrases Words, CompanyNow Company, FrozenDictionary<AgentId, Colleague> Colleagues, IReadOnlyList<KnownWebhook> Webhooks, AutomationNow Known)
{
    public string Topic(TopicId id) => Company.Topics.FirstOrDefault(t => t.Id == id)?.NameIn(Words.Language) ?? "?";

    public string Agent(AgentId id) => Colleagues.GetValueOrDefault(id)?.Name ?? "?";

    public string Saved(SavedReplyId id) => Known.Saved.GetValueOrDefault(id, "?");

    public string Webhook(WebhookId id) => Webhooks.FirstOrDefault(w => w.Id == id)?.Name ?? "?";

    public string Team(TeamId id) => TeamName(id) ?? "?";

    public Func<TeamId, string?> TeamName { get; init; } = _ => null;

    public string Short(string text) => text.OneLine() is { Length: > 60 } line ? line.CutTo(59).TrimEnd() + "…" : text.OneLine();

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"When the customer writes" or "when 4 working hours have passed since the customer wrote".</summary>
    public string Say(Trigger trigger) => trigger.Waits
        ? Words.Say($"automation.when.since.{Lower(trigger.Unit)}", ("amount", Number(trigger.Amount)), ("since", Words[$"automation.since.{Lower(trigger.Event)}"]))
        : Words[$"automation.when.{Lower(trigger.Event)}"];

    public string Say(Condition condition) => condition switch
    {
        TopicIs c => Words.Say("automation.if.topic", ("what", List(c.Topics.Select(Topic)))),
        TeamIs c => Words.Say("automation.if.team", ("what", Team(c.Team))),
        OwnerIs c => Words.Say("automation.if.owner", ("what", Agent(c.Owner))),
        LanguageIs c => Words.Say("automation.if.language", ("what", List(c.Languages.Select(l => Words[$"looks.language.{l.Code()}"])))),
        CameBy c => Words.Say("automation.if.channel", ("what", List(c.Channels.Select(Say)))),
        WordsAre c => Words.Say($"automation.if.words.{Lower(c.Where)}", ("what", List(c.Words.Select(w => $"”{w}”")))),
        CustomerIs c => Words.Say("automation.if.customer", ("what", List(c.AddressesAndDomains))),
        OrganisationIs c => Words.Say("automation.if.organisation", ("what", Known.Organisations.GetValueOrDefault(c.Organisation, "?"))),
        TurnIs c => Words[$"automation.if.turn.{Lower(c.Turn)}"],
        HoursAre c => Words[c.Open ? "automation.if.hours.open" : "automation.if.hours.closed"],
        _ => throw new NotSupportedException($"There is no sentence for {condition.GetType().Name} yet."),
    };

    public string Say(Channel channel) => Words[$"automation.channel.{Lower(channel)}"];

    private string List(IEnumerable<string> all) => string.Join($" {Words["automation.or"]} ", all);

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
