namespace Lupaus.Work.Search;

public enum SearchBy { Owner, State, Topic, From, Before, After, Has, Tag, Requester }

/// <summary>A narrowing: <c>owner:me</c>, <c>topic:"Uudet sivut"</c>.</summary>
public sealed record SearchFilter(SearchBy By, string Value)
{
    private static readonly Dictionary<string, SearchBy> names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["owner"] = SearchBy.Owner,
        ["vastuu"] = SearchBy.Owner,
        ["ansvarig"] = SearchBy.Owner,
        ["state"] = SearchBy.State,
        ["is"] = SearchBy.State,
        ["tila"] = SearchBy.State,
        ["läge"] = SearchBy.State,
        ["topic"] = SearchBy.Topic,
        ["aihe"] = SearchBy.Topic,
        ["ämne"] = SearchBy.Topic,
        ["from"] = SearchBy.From,
        ["asiakas"] = SearchBy.From,
        ["från"] = SearchBy.From,
        ["kund"] = SearchBy.From,
        ["before"] = SearchBy.Before,
        ["ennen"] = SearchBy.Before,
        ["före"] = SearchBy.Before,
        ["after"] = SearchBy.After,
        ["jälkeen"] = SearchBy.After,
        ["efter"] = SearchBy.After,
        ["has"] = SearchBy.Has,
        ["on"] = SearchBy.Has,
        ["har"] = SearchBy.Has,
        ["requester"] = SearchBy.Requester,
        ["pyytäjä"] = SearchBy.Requester,
        ["beställare"] = SearchBy.Requester,
        ["tag"] = SearchBy.Tag,
        ["tunniste"] = SearchBy.Tag,
        ["etikett"] = SearchBy.Tag,
    };

    /// <summary>Null when it is no filter: "klo:12" is just a word.</summary>
    public static SearchFilter? Read(string piece)
    {
        var colon = piece.IndexOf(':');
        if (colon < 1 || !names.TryGetValue(piece[..colon], out var by))
            return null;
        var value = piece[(colon + 1)..].Trim('"').Trim();
        return value.Length == 0 ? null : new SearchFilter(by, value);
    }

    public bool IsMe => Value.ToLowerInvariant() is "me" or "minä" or "mina" or "jag" or "oma";

    public bool IsAll => Value.ToLowerInvariant() is "all" or "any" or "kaikki" or "alla";

    /// <summary>Null when it is neither.</summary>
    public bool? IsOpen => Value.ToLowerInvariant() switch
    {
        "open" or "auki" or "avoin" or "avoinna" or "öppen" or "öppet" => true,
        "closed" or "kiinni" or "suljettu" or "päätetty" or "stängd" or "stängt" or "avslutad" => false,
        _ => null,
    };

    public bool IsFile => Value.ToLowerInvariant() is "file" or "files" or "attachment" or "liite" or "liitteitä" or "tiedosto" or "fil" or "bilaga";

    /// <summary>2026-11-22, 22.11.2026 or 22.11.; a day without its year is the last one there was. Null when it is no date.</summary>
    public DateOnly? Day(DateOnly today)
    {
        if (DateOnly.TryParseExact(Value, "yyyy-MM-dd", out var day) || DateOnly.TryParseExact(Value, "d.M.yyyy", out day))
            return day;
        var whole = Value.TrimEnd('.') + ".";
        if (!DateOnly.TryParseExact(whole + today.Year, "d.M.yyyy", out day) && !DateOnly.TryParseExact(whole + (today.Year - 1), "d.M.yyyy", out day))
            return null;
        return day > today ? DateOnly.TryParseExact(whole + (today.Year - 1), "d.M.yyyy", out var before) ? before : day : day;
    }

    /// <summary>What is wrong with it, where nothing could ever be found by it.</summary>
    public Refusal? WhyNot(DateOnly today) => By switch
    {
        SearchBy.State when IsOpen is null => Refusal.Because("search.state").With("value", Value),
        SearchBy.Has when !IsFile => Refusal.Because("search.has").With("value", Value),
        SearchBy.Before or SearchBy.After when Day(today) is null => Refusal.Because("search.day").With("value", Value),
        _ => null,
    };
}
