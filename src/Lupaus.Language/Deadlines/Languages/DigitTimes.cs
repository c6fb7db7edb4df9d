using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>Dates and times in digits, which all languages share.</summary>
internal static class DigitTimes
{
    public static void Fill(Phrasebook book)
    {
        book.Word(Slot.Measure, 0, "e|eur|euro|euroa|euron|kr|kronor|sek|usd|gbp|dollars|pounds|snt|senttiä|öre|kpl|st|pcs|kg|g|mg|cm|mm|m|km|l|dl|ml|gb|mb|tb|ghz|mbps|mbit|v|w|kw|kwh|prosenttia|procent|percent|astetta|grader|degrees|metriä|meter|metres|meters|sivua|sidor|pages|kertaa|gånger|times|henkilöä|personer|people|persons|tuumaa|tum|inch|x");
        book.Word(Slot.Measure, 0, "items|working|business|days|hours|minutes|weeks|months|years|dagar|timmar|minuter|veckor|månader|år|päivää|tuntia|minuuttia|viikkoa|kuukautta|vuotta|min|h|pv|vk|vko|kk|vrk|päivän|tunnin|minuutin|viikon|kuukauden|arkipäivän|arkipäivää");
        book.Word(Slot.Numbered, 0, "versio|version|versiota|versiossa|versioon|ver|v|kohta|kohdassa|kohdan|pykälä|pykälän|luku|luvussa|luvun|artikla|artiklan|artikel|artikeln|kapitel|kapitlet|avsnitt|punkt|punkten|section|chapter|article|clause|paragraph|item|nro|nr|no|numero|nummer|number|id|ip|firmware|ios|android|windows|macos|java|python|release|build|kuva|taulukko|sivu|sivulla|page|sida|sidan|figure|table|fig|liite|bilaga|appendix|koko|storlek|size|hinta|hintaan|pris|price|laajennus|päivitys|net");

        book.Say("<Day> . <MonthDigits> . <Year>", (said, _) => IsPlain(said) ? NowDays.Date(said[Slot.Day], said[Slot.MonthDigits], said[Slot.Year]) : null);
        book.Say("<Day> . <MonthDigits> . <ShortYear>", (said, _) => IsPlain(said) && IsGlued(said) ? NowDays.Date(said[Slot.Day], said[Slot.MonthDigits], 2000 + said[Slot.ShortYear]) : null);
        book.Say("<Small> . <LaterSmall> .?", Dots);
        book.Say("<Year> - <MonthDigits> - <Day>", (said, _) => IsPlain(said) && IsGlued(said) ? NowDays.Date(said[Slot.Day], said[Slot.MonthDigits], said[Slot.Year]) : null);
        book.Say("<Day> / <LaterDay> / <Year>", (said, _) => IsPlain(said) ? Slashed(said, (day, month) => NowDays.Date(day, month, said[Slot.Year])) : null);
        book.Say("<Day> / <LaterDay> / <ShortYear>", (said, _) => IsPlain(said) ? Slashed(said, (day, month) => NowDays.Date(day, month, 2000 + said[Slot.ShortYear])) : null);
        book.Say("<Day> / <LaterDay>", (said, now) => IsPlain(said) && IsGlued(said) && !IsFraction(said) ? Slashed(said, now.DateWithoutYear) : null);
        book.Say("<Day> .? - <LaterDay> . <MonthDigits> .?", (said, now) => IsPlain(said) ? FromTo(now.DateWithoutYear(said[Slot.Day], said[Slot.MonthDigits]), now.DateWithoutYear(said[Slot.LaterDay], said[Slot.MonthDigits])) : null);
        book.Say("<Day> . <MonthDigits> . <Year> - <LaterDay> . <Small> . <FourDigits>", (said, _) => IsPlain(said) ? FromTo(NowDays.Date(said[Slot.Day], said[Slot.MonthDigits], said[Slot.Year]), NowDays.Date(said[Slot.LaterDay], said[Slot.Small], Math.Max(said[Slot.FourDigits], 1900))) : null);
        book.Say("<Day> . <MonthDigits> . - <LaterDay> . <Small> .?", (said, now) => IsPlain(said) && said[Slot.Small] is >= 1 and <= 12 ? FromTo(now.DateWithoutYear(said[Slot.Day], said[Slot.MonthDigits]), now.DateWithoutYear(said[Slot.LaterDay], said[Slot.Small])) : null);

        book.Say("<ColonClock>", (said, _) => IsPlain(said) ? Clock(said) : null);
        book.Say("<Clock> - <LaterClock>", (said, _) => IsPlain(said) ? Hours(said, isFirm: false) : null);
    }

    public static ClockTime Clock(Said said) => new(said[Slot.Clock], (HourForm)said[Slot.ClockForm]);

    /// <summary>"2–4" are two and four in the afternoon, or in the morning; both are the same half of the day unless noon lies between.</summary>
    public static Piece? Hours(Said said, bool isFirm = true)
    {
        var (from, to) = (said[Slot.Clock], said[Slot.LaterClock]);
        if (said[Slot.ClockForm] == (int)HourForm.Bare && from < 6 * 60 && to < 12 * 60)
            (from, to) = (from + 720, to + 720);
        to += to <= from ? 720 : 0;
        return from < to && to <= 1440 ? new ClockSpan(from, to) { IsFirm = isFirm } : null;
    }

    /// <summary>Neither a part of something longer (a version, an address) nor a price or a measure.</summary>
    public static bool IsPlain(Said said) => !IsPartOfMore(said) && !IsMeasured(said) && said.Before?.Known?.Is(Slot.Numbered) != true && !IsMoney(said.Before);

    public static bool IsMeasured(Said said) => said.After is { } after && (after.Known?.Is(Slot.Measure) == true || IsMoney(after) || after.IsSign('%') || after.IsSign('°'));

    private static bool IsPartOfMore(Said said)
    {
        var first = said.Tokens[said.First];
        var isAfterMore = first.IsGlued && said.Before is { } before && (before.IsSign('.') || before.IsSign('/') || before.IsSign(':') || before.IsSign('_') || before.IsSign('=') || before.IsSign('#') || before.IsSign('@') || before.IsSign('+') || before.IsDash || before.Kind == TokenKind.Word);
        return isAfterMore || (said.After is { IsGlued: true } after && (after.Kind == TokenKind.Number || (IsJoint(after) && FollowedByNumber(said))));
    }

    private static bool IsJoint(Token sign) => sign.IsSign('.') || sign.IsSign('/') || sign.IsSign(':') || sign.IsSign('_') || sign.IsSign(',') || sign.IsDash;

    private static bool FollowedByNumber(Said said) => said.End + 1 < said.Tokens.Count && said.Tokens[said.End + 1] is { Kind: TokenKind.Number, IsGlued: true };

    private static bool IsMoney(Token? token) => token is { Kind: TokenKind.Sign, Value: '€' or '$' or '£' or '§' or '#' };

    private static bool IsGlued(Said said)
    {
        for (var i = said.First + 1; i < said.End; i++)
        {
            if (!said.Tokens[i].IsGlued)
                return false;
        }
        return true;
    }

    private static Dotted? Dots(Said said, Now now)
    {
        if (!IsPlain(said) || !IsGlued(said))
            return null;
        var second = said.Tokens[said.First + 2];
        var endsInDot = said.End - said.First == 4;
        return new Dotted(said[Slot.Small], said[Slot.LaterSmall], second.Span.Length == 2, endsInDot)
        {
            IsFirm = endsInDot && now.DateWithoutYear(said[Slot.Small], said[Slot.LaterSmall]) is not null,
        };
    }

    private static bool IsFraction(Said said) => (said[Slot.Day], said[Slot.LaterDay]) is (24, 7) or (1, <= 4) or (3, 4) or (2, 3);

    /// <summary>The day first, as here; the month first only when it can't be otherwise.</summary>
    private static Days? Slashed(Said said, Func<int, int, Days?> date)
    {
        var (first, second) = (said[Slot.Day], said[Slot.LaterDay]);
        var days = second <= 12 ? date(first, second) : first <= 12 ? date(second, first) : null;
        return days is null ? null : days with { IsFirm = said.Has(Slot.Year) || said.Has(Slot.ShortYear) || second > 12 || first > 12 };
    }

    private static Days? FromTo(Days? from, Days? to) => from is not null && to is not null && from.From <= to.From ? new Days(from.From, to.To) : null;
}
