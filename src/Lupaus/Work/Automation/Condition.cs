using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;

namespace Lupaus.Work.Automation;

/// <summary>
/// Something that has to hold for a rule to act. The set is closed and small, so that every rule can be said in one plain
/// sentence; one of a kind in a rule, and all of them have to hold.
/// </summary>
public abstract record Condition
{
    public const int MostChoices = 50;
    public const int MostWords = 20;

    public abstract bool Holds(Case at);

    public virtual Refusal? WhyNotAsk() => null;

    private protected static Refusal? WhyNotChoose(int count) =>
        count is 0 or > MostChoices ? Refusal.Because("condition.choices").With("limit", MostChoices) : null;
}

public sealed record TopicIs(IReadOnlyList<TopicId> Topics) : Condition
{
    public override bool Holds(Case at) => Topics.Contains(at.Topic);

    public override Refusal? WhyNotAsk() => WhyNotChoose(Topics.Count);
}

public sealed record TeamIs(TeamId Team) : Condition
{
    public override bool Holds(Case at) => at.Team == Team;
}

public sealed record OwnerIs(AgentId Owner) : Condition
{
    public override bool Holds(Case at) => at.Owner == Owner;
}

public sealed record LanguageIs(IReadOnlyList<LanguageCode> Languages) : Condition
{
    public override bool Holds(Case at) => Languages.Contains(at.Language);

    public override Refusal? WhyNotAsk() => WhyNotChoose(Languages.Count);
}

public sealed record CameBy(IReadOnlyList<Channel> Channels) : Condition
{
    public override bool Holds(Case at) => Channels.Contains(at.Channel);

    public override Refusal? WhyNotAsk() => WhyNotChoose(Channels.Count);
}

public enum Where { Anywhere, Subject, Body }

/// <summary>Any one of these words or beginnings of words, whatever their letters' case: "lasku" finds "Laskussa" and not "maalasku".</summary>
public sealed record WordsAre(IReadOnlyList<string> Words, Where Where = Where.Anywhere) : Condition
{
    public override bool Holds(Case at) =>
        (Where != Where.Body && Words.Any(w => Stands(w, at.Subject))) || (Where != Where.Subject && Words.Any(w => Stands(w, at.Body)));

    public override Refusal? WhyNotAsk() =>
        Words.Count is 0 or > MostWords || Words.Any(w => w.OneLine().Length is 0 or > Limits.Name) ? Refusal.Because("condition.words").With("limit", MostWords) : null;

    private static bool Stands(string word, string text)
    {
        for (var at = Find(word, text, 0); at >= 0; at = Find(word, text, at + 1))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                return true;
        }
        return false;
    }

    private static int Find(string word, string text, int from) =>
        from > text.Length - word.Length ? -1 : CultureInfo.InvariantCulture.CompareInfo.IndexOf(text.AsSpan(from), word, CompareOptions.OrdinalIgnoreCase) is var found and >= 0 ? found + from : -1;
}

/// <summary>Any of these addresses, or an address in any of these domains ("example.fi", and what stands under it).</summary>
public sealed record CustomerIs(IReadOnlyList<string> AddressesAndDomains) : Condition
{
    public override bool Holds(Case at) => at.Addresses.Any(address => AddressesAndDomains.Any(wanted => Is(address, wanted)));

    public override Refusal? WhyNotAsk() =>
        AddressesAndDomains.Count is 0 or > MostChoices || AddressesAndDomains.Any(a => EmailAddress.Read(a.Contains('@') ? a : $"a@{a}") is null)
            ? Refusal.Because("condition.addresses").With("limit", MostChoices) : null;

    private static bool Is(string address, string wanted) =>
        wanted.Contains('@') ? address == wanted :
        address[(address.LastIndexOf('@') + 1)..] is var domain && (domain == wanted || domain.EndsWith("." + wanted, StringComparison.Ordinal));
}

public sealed record OrganisationIs(OrganisationId Organisation) : Condition
{
    public override bool Holds(Case at) => at.Organisation == Organisation;
}

public enum Turn { Ours, Customers }

public sealed record TurnIs(Turn Turn) : Condition
{
    public override bool Holds(Case at) => at.IsOpen && at.WaitsForCustomer == (Turn == Turn.Customers);
}

public sealed record HoursAre(bool Open) : Condition
{
    public override bool Holds(Case at) => at.IsInOpenHours == Open;
}
