using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Web.Work.Automation.Deeds;
using Lupaus.Work.Automation;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

/// <summary>The rule's form as a rule. A field left empty asks nothing and does nothing.</summary>
public sealed class RuleForm(Doers doers, IDbContextFactory<LupausDb> databases)
{
    public async Task<RuleText> Read(IFormCollection form, CancellationToken stop) =>
        new(form["name"].ToString(), When(form), await If(form, stop), doers.Read(form));

    private static Trigger When(IFormCollection form)
    {
        var what = Enum.TryParse<TicketEvent>(form["event"], out var known) && Enum.IsDefined(known) ? known : throw new RuleBroken(Refusal.Because("rule.event"));
        // What can't be read is refused as a time that can't be.
        var amount = string.IsNullOrWhiteSpace(form["amount"]) ? 0 : int.TryParse(form["amount"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return new Trigger(what, amount, form["unit"] == nameof(TimeUnit.Days) ? TimeUnit.Days : TimeUnit.Hours);
    }

    private async Task<IReadOnlyList<Condition>> If(IFormCollection form, CancellationToken stop)
    {
        var all = new List<Condition?>
        {
            Several(form["if-topic"], Number) is { Count: > 0 } topics ? new TopicIs([.. topics.Select(TopicId.From)]) : null,
            Number(form["if-team"]) is { } team ? new TeamIs(TeamId.From(team)) : null,
            Number(form["if-owner"]) is { } owner ? new OwnerIs(AgentId.From(owner)) : null,
            Several(form["if-language"], LanguageCodes.Read) is { Count: > 0 } languages ? new LanguageIs(languages) : null,
            Several(form["if-channel"], Kind<Channel>) is { Count: > 0 } channels ? new CameBy(channels) : null,
            Listed(form["if-words"]) is { Count: > 0 } words ? new WordsAre(words, Kind<Where>(form["if-where"]) ?? Where.Anywhere) : null,
            Listed(form["if-customer"]) is { Count: > 0 } addresses ? new CustomerIs([.. addresses.Select(a => a.TrimStart('@').ToLowerInvariant())]) : null,
            await Organisation(form["if-organisation"], stop),
            Kind<Turn>(form["if-turn"]) is { } turn ? new TurnIs(turn) : null,
            form["if-hours"].ToString() switch { "open" => new HoursAre(true), "closed" => new HoursAre(false), _ => null },
        };
        return [.. all.OfType<Condition>()];
    }

    private async Task<Condition?> Organisation(string? name, CancellationToken stop)
    {
        if (name.OneLine() is not { Length: > 0 } sought)
            return null;
        var key = Lupaus.Ground.People.Organisation.KeyOf(sought);
        await using var db = await databases.CreateDbContextAsync(stop);
        var id = await db.Organisations.Where(o => o.Key == key).Select(o => (OrganisationId?)o.Id).FirstOrDefaultAsync(stop);
        return new OrganisationIs(id ?? throw new RuleBroken(Refusal.Because("condition.organisation").With("name", sought.CutTo(Limits.Name))));
    }

    private static List<string> Listed(string? text) =>
        [.. (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.OneLine()).Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static List<T> Several<T>(IEnumerable<string?> values, Func<string?, T?> read) where T : struct =>
        [.. values.Select(read).OfType<T>().Distinct()];

    private static T? Kind<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
