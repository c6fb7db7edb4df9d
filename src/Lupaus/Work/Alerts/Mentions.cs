namespace Lupaus.Work.Alerts;

/// <summary>Whom a note asks for: "@maija" or "@Maija.Virtanen", by first name or whole name, case aside.</summary>
public static class Mentions
{
    /// <param name="names">Those who work here, by name. A first name that two of them have asks for both.</param>
    public static IReadOnlySet<AgentId> In(string note, IEnumerable<(AgentId Id, string Name)> names)
    {
        var asked = new HashSet<AgentId>();
        foreach (var word in Words(note))
        {
            foreach (var (id, name) in names)
            {
                if (Is(word, name))
                    asked.Add(id);
            }
        }
        return asked;
    }

    private static bool Is(string word, string name) =>
        word.Equals(name.Split(' ', 2)[0], StringComparison.OrdinalIgnoreCase) ||
        word.Equals(name.Replace(' ', '.'), StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows an at-sign that nothing is glued to: an address is no mention.</summary>
    private static IEnumerable<string> Words(string note)
    {
        for (var at = note.IndexOf('@', StringComparison.Ordinal); at >= 0; at = note.IndexOf('@', at + 1))
        {
            if (at > 0 && (char.IsLetterOrDigit(note[at - 1]) || note[at - 1] is '.' or '_' or '-'))
                continue;
            var end = at + 1;
            while (end < note.Length && (char.IsLetter(note[end]) || (note[end] is '.' or '-' && end + 1 < note.Length && char.IsLetter(note[end + 1]))))
                end++;
            if (end > at + 1)
                yield return note[(at + 1)..end];
        }
    }
}
