using System.Globalization;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Machines;

/// <summary>Finds when somebody who is away says to be back: "palaan 12.8.", "åter den 12 augusti", "back on August 12".</summary>
internal static class ReturnDate
{
    private const int FarthestLook = 3000, Within = 60;

    // After these stands the first day back; after the others the last day away.
    private static readonly string[] Back =
    [
        "palaan", "palaa", "takaisin", "tavoitettavissa jälleen", "tavattavissa", "paikalla jälleen", "töissä jälleen", "töihin",
        "åter", "tillbaka", "i tjänst igen", "back", "return", "returning", "available again", "in the office again",
    ];

    private static readonly string[] Until = ["asti", "saakka", "till och med", "t.o.m.", "tom", "fram till", "until", "through", "till"];
    private static readonly string[] Ordinals = ["st ", "nd ", "rd ", "th ", "of "];
    private static readonly string[][] Months = [.. new[] { "jan tammi", "feb helmi", "mar maalis", "apr huhti", "may maj touko", "jun kesä", "jul heinä", "aug elo", "sep syys", "oct okt loka", "nov marras", "dec joulu" }.Select(names => names.Split(' '))];

    public static DateOnly? In(MailMessage message)
    {
        var text = message.Text.AsSpan(0, Math.Min(message.Text.Length, FarthestLook)).ToString();
        var from = DateOnly.FromDateTime((message.Date ?? DateTimeOffset.UnixEpoch).DateTime);
        if (message.Date is null)
            return null;
        return AfterAny(text, Back, from) ?? LastOfSpan(text, from)?.AddDays(1) ?? AfterAny(text, Until, from)?.AddDays(1);
    }

    private static DateOnly? AfterAny(string text, string[] words, DateOnly from)
    {
        foreach (var word in words)
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var after = at + word.Length;
                if ((at > 0 && char.IsLetter(text[at - 1])) || (after < text.Length && char.IsLetter(text[after])))
                    continue;
                if (FirstDate(text.AsSpan(after, Math.Min(Within, text.Length - after)), from) is { } date)
                    return date;
            }
        }
        return null;
    }

    // "1.7.-31.7.2026" and "12.8. asti": the last day away stands before the word or after the dash.
    private static DateOnly? LastOfSpan(string text, DateOnly from)
    {
        foreach (var word in (string[])["asti", "saakka"])
        {
            var at = text.IndexOf(" " + word, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && LastDate(text.AsSpan(Math.Max(0, at - 24), Math.Min(24, at)), from) is { } date)
                return date;
        }
        for (var at = text.AsSpan().IndexOfAny('-', '–'); at >= 0;)
        {
            var isSpan = at > 0 && text.AsSpan(0, at).TrimEnd(' ') is [.., '.' or (>= '0' and <= '9')];
            var rest = text.AsSpan(at + 1, Math.Min(16, text.Length - at - 1)).TrimStart(' ');
            if (isSpan && rest is [>= '0' and <= '9', ..] && FirstDate(rest, from) is { } date)
                return date;
            var next = text.AsSpan(at + 1).IndexOfAny('-', '–');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return null;
    }

    private static DateOnly? LastDate(ReadOnlySpan<char> text, DateOnly from)
    {
        DateOnly? last = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1]) && text[i - 1] != '.') && DateAt(text[i..], from) is { } date)
                last = date;
        }
        return last;
    }

    private static DateOnly? FirstDate(ReadOnlySpan<char> text, DateOnly from)
    {
        for (var i = 0; i < text.Length && text[i] is not ('\n' or '!' or '?'); i++)
        {
            if (i > 0 && char.IsLetterOrDigit(text[i - 1]))
                continue;
            if (char.IsAsciiDigit(text[i]) && DateAt(text[i..], from) is { } date)
                return date;
            if (char.IsLetter(text[i]) && MonthFirst(text[i..], from) is { } named)
                return named;
        }
        return null;
    }

    // 12.8. · 12.8.2026 · 12/8 · 2026-08-12 · 12 augusti · 12. elokuuta · 12th of August
    private static DateOnly? DateAt(ReadOnlySpan<char> text, DateOnly from)
    {
        if (text.Length >= 10 && text[4] == '-' && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
            return iso;
        var day = TakeNumber(ref text);
        if (day is < 1 or > 31)
            return null;
        var rest = text.TrimStart(". ");
        if (text is ['.' or '/', >= '0' and <= '9', ..])
        {
            text = text[1..];
            var month = TakeNumber(ref text);
            text = text is ['.' or '/', ..] ? text[1..] : text;
            return Dated(day, month, TakeYear(text), from);
        }
        foreach (var word in Ordinals)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                rest = rest[word.Length..];
        }
        return Month(rest, out var length) is { } named ? Dated(day, named, TakeYear(rest[length..].TrimStart(" ,.")), from) : null;
    }

    // August 12, 2026
    private static DateOnly? MonthFirst(ReadOnlySpan<char> text, DateOnly from)
    {
        if (Month(text, out var length) is not { } month)
            return null;
        var rest = text[length..].TrimStart(" .");
        var day = TakeNumber(ref rest);
        return Dated(day, month, TakeYear(rest.TrimStart("stndrh ,")), from);
    }

    private static int? Month(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
            length++;
        for (var i = 0; i < 12 && length >= 3; i++)
        {
            foreach (var name in Months[i])
            {
                if (text[..length].StartsWith(name, StringComparison.OrdinalIgnoreCase) && !(i == 2 && text.StartsWith("marras", StringComparison.OrdinalIgnoreCase)))
                    return i + 1;
            }
        }
        return null;
    }

    private static int TakeNumber(ref ReadOnlySpan<char> text)
    {
        var number = 0;
        var digits = 0;
        while (digits < text.Length && digits < 3 && char.IsAsciiDigit(text[digits]))
            number = number * 10 + text[digits++] - '0';
        text = text[digits..];
        return number;
    }

    private static int? TakeYear(ReadOnlySpan<char> text) =>
        text.Length >= 4 && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 2100 ? year : null;

    // Without a year it is the next such day, or one that has just gone by.
    private static DateOnly? Dated(int day, int month, int? year, DateOnly from)
    {
        if (month is < 1 or > 12 || day < 1 || from.Year is < 1971 or > 9000)
            return null;
        var assumed = year ?? (month < from.Month - 2 ? from.Year + 1 : from.Year);
        return day <= DateTime.DaysInMonth(assumed, month) ? new DateOnly(assumed, month, day) : null;
    }
}
