namespace Lupaus.Work.Alerts;

/// <summary>A place in a text that asks for somebody: the at-sign and the name after it.</summary>
public readonly record struct Mention(int At, int Length, IReadOnlyCollection<AgentId> Who);

/// <summary>Whom a note asks for: "@maija" or "@Maija.Virtanen", by first name or whole name, case aside.</summary>
public static class Mentions
{
    /// <summary>Those asked for. A first name that two of them have asks for both.</summary>
    public static IReadOnlySet<AgentId> In(string note, IReadOnlyCollection<(AgentId Id, string Name)> names) =>
        Find(note, names).SelectMany(m => m.Who).ToHashSet();

    public static IEnumerable<Mention> Find(string text, IReadOnlyCollection<(AgentId Id, string Name)> names)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (IsGlued(text, at))
                continue;
            for (var word = WordAfter(text, at); word.Length > 0; word = word[..Math.Max(0, word.LastIndexOf('.'))])
            {
                AgentId[] who = [.. names.Where(n => Is(word, n.Name)).Select(n => n.Id)];
                if (who.Length == 0)
                    continue; // "@maija.kiitos" means Maija
                yield return new Mention(at, word.Length + 1, who);
                break;
            }
        }
    }

    /// <summary>How to ask for this one and nobody else: by first name, where no colleague has the same.</summary>
    public static string Handle(string name, IEnumerable<string> everybody) =>
        everybody.Count(other => FirstOf(other).Equals(FirstOf(name), StringComparison.OrdinalIgnoreCase)) > 1 ? WholeOf(name) : FirstOf(name);

    private static bool Is(string word, string name) =>
        word.Equals(FirstOf(name), StringComparison.OrdinalIgnoreCase) || word.Equals(WholeOf(name), StringComparison.OrdinalIgnoreCase);

    private static string FirstOf(string name) => name.Split(' ', 2)[0];

    private static string WholeOf(string name) => name.Replace(' ', '.');

    /// <summary>An address is no mention.</summary>
    private static bool IsGlued(string text, int at) => at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-' or '+' or '@');

    private static string WordAfter(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || (text[end] is '.' or '-' or '\'' or '’' && end > at + 1 && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
            end++;
        return text[(at + 1)..end];
    }
}
