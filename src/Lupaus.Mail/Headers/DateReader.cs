using System.Globalization;

namespace Lupaus.Mail.Headers;

/// <summary>
/// Reads dates in any order of their parts (RFC 5322, 3.3 and 4.3), as well as asctime's, ISO 8601's and what else comes:
/// two-digit years, named zones, months in Finnish and Swedish, dots for colons.
/// </summary>
internal static class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Kuukaudet = ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"];

    // In minutes east of Greenwich; those of North America as RFC 5322, 4.3 gives them.
    private static readonly Dictionary<string, int> Zones = new[]
    {
        (-480, "pst"),
        (-420, "mst pdt"),
        (-360, "cst mdt"),
        (-300, "est cdt"),
        (-240, "edt"),
        (0, "ut utc gmt z wet"),
        (60, "west bst cet met mez"),
        (120, "cest mest mesz eet"),
        (180, "eest msk"),
        (330, "ist"),
        (480, "hkt sgt"),
        (540, "jst kst"),
        (600, "aest"),
        (660, "aedt"),
        (720, "nzst"),
        (780, "nzdt"),
    }.SelectMany(zone => zone.Item2.Split(' ').Select(name => (Name: name, Minutes: zone.Item1))).ToDictionary(zone => zone.Name, zone => zone.Minutes, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the text is no date. A time without a zone is taken as UTC (RFC 5322, 4.3 on unknown zones).</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 300)
            return null;
        var parts = new Parts();
        foreach (var word in Words(text))
            parts.Take(word);
        return parts.Whole();
    }

    private static IEnumerable<string> Words(string text)
    {
        var depth = 0;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            var isBreak = depth > 0 || c is ' ' or '\t' or ',' or ';' or '(' or ')' or '"' or '\u00A0' or '\u202F';
            if (isBreak && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
            else if (!isBreak && start < 0)
                start = i;
        }
    }

    private struct Parts
    {
        private int? _day, _month, _year, _hour, _minute, _second, _zone;

        public void Take(string word)
        {
            if (_hour is null && TakeTime(word))
                return;
            if (_hour is not null && _zone is null && TakeZone(word))
                return;
            if (_hour is not null && word.Equals("pm", StringComparison.OrdinalIgnoreCase))
                _hour = _hour % 12 + 12;
            else if (_hour is not null && word.Equals("am", StringComparison.OrdinalIgnoreCase))
                _hour %= 12;
            else if (_month is null && MonthNamed(word) is { } month)
                _month = month;
            else if (!TakeJoined(word))
                TakeNumber(word.TrimEnd('.'));
        }

        public readonly DateTimeOffset? Whole()
        {
            if (_day is not { } day || _month is not { } month || _year is not { } year || year is < 1970 or > 9998)
                return null;
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || _hour > 24 || _minute > 59 || _second > 60)
                return null;
            var offset = TimeSpan.FromMinutes(_zone is { } zone && Math.Abs(zone) <= 14 * 60 ? zone : 0);
            var at = new DateTime(year, month, day).AddHours(_hour ?? 0).AddMinutes(_minute ?? 0).AddSeconds(Math.Min(_second ?? 0, 59));
            return new DateTimeOffset(at, offset);
        }

        // 10:15, 10:15:30, 10.15.30, 10:15:30+0200, 10:15:30.123Z; "12.5.2024" is no time.
        private bool TakeTime(string word)
        {
            var end = 0;
            while (end < word.Length && (char.IsAsciiDigit(word[end]) || word[end] is ':' or '.'))
                end++;
            var pieces = word[..end].Split(':');
            if (pieces.Length == 1)
                pieces = word[..end].Split('.') is { Length: 2 or 3 } dotted && dotted[^1].Length == 2 && _year is not null && _month is not null ? dotted : pieces;
            if (pieces.Length is < 2 or > 3 || !Number(pieces[0], 2, out var hour) || !Number(pieces[1], 2, out var minute))
                return false;
            (_hour, _minute) = (hour, minute);
            if (pieces.Length == 3 && Number(pieces[2].Split('.')[0], 2, out var second))
                _second = second;
            if (end < word.Length)
                Take(word[end..]);
            return true;
        }

        private bool TakeZone(string word)
        {
            if (Zones.TryGetValue(word, out var minutes))
                _zone = minutes;
            else if (word is ['+' or '-', _, ..])
                _zone = Offset(word);
            // "GMT+02:00", "UTC+2"
            else if (word.Length > 4 && word[3] is '+' or '-' && (word.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || word.StartsWith("UTC", StringComparison.OrdinalIgnoreCase)))
                _zone = Offset(word[3..]);
            else
                return false;
            return true;
        }

        private static int? Offset(string word)
        {
            var digits = word[1..].Replace(":", "", StringComparison.Ordinal);
            if (digits.Length is < 1 or > 4 || !Number(digits, 4, out var value))
                return 0;
            var minutes = digits.Length <= 2 ? value * 60 : value / 100 * 60 + value % 100;
            return word[0] == '-' ? -minutes : minutes;
        }

        // 2024-05-12, 2024-05-12T10:15:30Z, 12-May-2024, 12.5.2024, 12/May/2024
        private bool TakeJoined(string word)
        {
            var t = word.IndexOf('T');
            if (t is >= 8 and <= 10 && TakeJoined(word[..t]))
            {
                Take(word[(t + 1)..]);
                return true;
            }
            var pieces = word.Trim('.', '-').Split(['-', '.', '/']);
            if (pieces.Length != 3)
                return false;
            if (pieces[0].Length == 4)
                (pieces[0], pieces[2]) = (pieces[2], pieces[0]);
            var month = MonthNamed(pieces[1]) ?? (Number(pieces[1], 2, out var number) && !word.Contains('/') ? number : 0);
            if (month == 0 || !Number(pieces[0], 2, out var day) || !Number(pieces[2], 4, out var year))
                return false;
            (_day, _month, _year) = (day, month, FullYear(year, pieces[2].Length));
            return true;
        }

        private void TakeNumber(string word)
        {
            if (!Number(word, 4, out var number))
                return;
            if (_day is null && number is >= 1 and <= 31 && word.Length <= 2)
                _day = number;
            else if (_year is null && word.Length >= 2)
                _year = FullYear(number, word.Length);
        }

        private static bool Number(string text, int digits, out int number)
        {
            number = 0;
            return text.Length >= 1 && text.Length <= digits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        }

        // RFC 5322, 4.3: 00 to 49 are of this century, 50 to 99 of the last, and three digits count from 1900.
        private static int FullYear(int year, int digits) =>
            digits == 3 ? 1900 + year :
            digits > 2 ? year :
            year < 50 ? 2000 + year :
            1900 + year;

        private static int? MonthNamed(string word)
        {
            if (word.Length < 3 || !char.IsLetter(word[0]))
                return null;
            for (var i = 0; i < 12; i++)
            {
                if (IsMonth(word, Months[i]) || word.StartsWith(Kuukaudet[i], StringComparison.OrdinalIgnoreCase))
                    return i + 1;
            }
            return word.StartsWith("maj", StringComparison.OrdinalIgnoreCase) ? 5 : word.StartsWith("okt", StringComparison.OrdinalIgnoreCase) ? 10 : null;
        }

        // "Mar", "March", "mars", "Sept", but not "Marraskuu": that is November.
        private static bool IsMonth(string word, string month) =>
            word.StartsWith(month, StringComparison.OrdinalIgnoreCase) && !word.StartsWith("marras", StringComparison.OrdinalIgnoreCase);
    }
}
