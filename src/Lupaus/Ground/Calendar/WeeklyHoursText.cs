namespace Lupaus.Ground.Calendar;

/// <summary>Reads and writes the text of weekly hours. A week here is seven lists of spans, Monday first.</summary>
internal static class WeeklyHoursText
{
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static int PlaceOf(DayOfWeek day) => ((int)day + 6) % 7;

    public static IReadOnlyList<DaySpan>[]? Read(string text)
    {
        var week = new IReadOnlyList<DaySpan>[Names.Length];
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (DaysOf(words[0]) is not { } days || SpansOf(words[1..]) is not { } spans || week[days].Any(given => given is not null))
                return null;
            week.AsSpan(days).Fill(spans);
        }
        return [.. week.Select(spans => spans ?? [])];
    }

    public static string Write(IReadOnlyList<DaySpan>[] week)
    {
        var parts = new List<string>();
        for (int first = 0, next; first < week.Length; first = next)
        {
            for (next = first + 1; next < week.Length && week[next].SequenceEqual(week[first]);)
                next++;
            if (week[first].Count > 0)
                parts.Add($"{DaysFrom(first, next - 1)} {string.Join(' ', week[first])}");
        }
        return string.Join("; ", parts);
    }

    private static string DaysFrom(int first, int last) => first == last ? Names[first] : $"{Names[first]}-{Names[last]}";

    private static Range? DaysOf(string word)
    {
        var ends = word.Split('-');
        var first = Array.FindIndex(Names, name => name.Equals(ends[0], StringComparison.OrdinalIgnoreCase));
        var last = Array.FindIndex(Names, name => name.Equals(ends[^1], StringComparison.OrdinalIgnoreCase));
        return ends.Length <= 2 && first >= 0 && first <= last ? first..(last + 1) : null;
    }

    private static IReadOnlyList<DaySpan>? SpansOf(string[] words)
    {
        var spans = new List<DaySpan>();
        foreach (var span in words.Select(DaySpan.Read).OrderBy(span => span?.From))
        {
            if (span is not { } next || (spans.Count > 0 && next.From < spans[^1].To))
                return null;
            if (spans.Count > 0 && next.From == spans[^1].To)
                spans[^1] = new DaySpan(spans[^1].From, next.To);
            else
                spans.Add(next);
        }
        return spans.Count > 0 ? spans.AsReadOnly() : null;
    }
}
