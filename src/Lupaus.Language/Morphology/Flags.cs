namespace Lupaus.Language.Morphology;

/// <summary>Gives flags' features and values their numbers, as they come.</summary>
internal sealed class Flags
{
    private readonly List<string> features = [];
    private readonly Dictionary<int, List<string>> values = [];

    public int Features => features.Count;

    public static bool Is(string symbol) => symbol.Length > 3 && symbol[0] == '@' && symbol[^1] == '@' && symbol[2] == '.';

    public Flag Read(string symbol)
    {
        var pieces = symbol[3..^1].Split('.');
        var feature = NumberOf(pieces[0], features);
        if (!values.TryGetValue(feature, out var known))
            values[feature] = known = [];
        var value = pieces.Length < 2 ? 0 : NumberOf(pieces[1], known) + 1;
        return new Flag(KindOf(symbol[1]), feature, checked((byte)value));
    }

    private static FlagKind KindOf(char letter) => letter switch
    {
        'P' => FlagKind.Set,
        'C' => FlagKind.Clear,
        'U' => FlagKind.Unify,
        'R' => FlagKind.Require,
        'D' => FlagKind.Disallow,
        _ => throw new FormatException($"A flag of an unknown kind: {letter}"),
    };

    private static int NumberOf(string name, List<string> known)
    {
        if (!known.Contains(name))
            known.Add(name);
        return known.IndexOf(name);
    }
}
