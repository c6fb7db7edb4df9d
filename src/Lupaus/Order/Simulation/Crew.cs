namespace Lupaus.Order.Simulation;

/// <summary>Who can serve what: all speak Finnish, two in five Swedish, seven in ten English, and two in five have the special skill. The first can do all.</summary>
internal sealed class Crew
{
    public const int Skills = 6;

    public Crew(int agents)
    {
        Abilities = [.. Enumerable.Range(0, agents).Select(a => a == 0 ? [.. Enumerable.Range(0, Skills)] : Of(a))];
        Able = [.. Enumerable.Range(0, Skills).Select(skill => (IReadOnlyList<int>)[.. Enumerable.Range(0, agents).Where(a => Abilities[a].Contains(skill)).OrderBy(a => Abilities[a].Count).ThenBy(a => a)])];
    }

    /// <summary>By agent: the kinds they serve.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Abilities { get; }

    /// <summary>By kind: who serves it; those who can do least come first, so that the others stay free.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Able { get; }

    private static IReadOnlyList<int> Of(int agent)
    {
        var languages = new List<int> { 0 };
        if (agent % 5 is 0 or 2)
            languages.Add(1);
        if (agent % 10 is not (1 or 6 or 8))
            languages.Add(2);
        var isSkilled = agent % 5 is 0 or 3;
        return [.. languages.SelectMany(l => isSkilled ? new[] { l * 2, (l * 2) + 1 } : [l * 2])];
    }
}
