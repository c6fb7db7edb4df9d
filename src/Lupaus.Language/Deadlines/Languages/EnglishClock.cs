using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How English tells the time.</summary>
internal static class EnglishClock
{
    private const int Noon = 12 * 60;

    public static void Fill(Phrasebook book)
    {
        book.Say("at|around|about? <Clock> am|a.m.|a.m", (said, _) => Half(said, 0));
        book.Say("at|around|about? <Clock> pm|p.m.|p.m", (said, _) => Half(said, Noon));
        book.Say("between|from? <Clock> am? -|to|and|till|until <LaterClock> am|a.m.", (said, _) => Hours(said, 0, 0));
        book.Say("between|from? <Clock> am -|to|and|till|until <LaterClock> pm|p.m.", (said, _) => Hours(said, 0, Noon));
        book.Say("between|from? <Clock> pm? -|to|and|till|until <LaterClock> pm|p.m.", (said, _) => Hours(said, Noon, Noon));
        book.Say("between <Clock> and|- <LaterClock>", (said, _) => DigitTimes.IsMeasured(said) ? null : DigitTimes.Hours(said));
        book.Say("from <Clock> to|till|until|- <LaterClock>", (said, _) => DigitTimes.IsMeasured(said) ? null : DigitTimes.Hours(said));
        book.Say("<ColonClock> to|till|until <LaterClock>", (said, _) => DigitTimes.Hours(said));
        book.Say("at? <Clock> o'clock|o’clock|oclock", (said, _) => DigitTimes.Clock(said) with { Form = HourForm.Spoken });
        book.Say("at|around <Clock>", (said, _) => IsTime(said) ? Loose(said) : null);
        book.Say("by|until|till|before|no_later_than|at_the_latest|latest_by|latest <Clock> o'clock|o’clock|oclock?", (said, _) => IsTime(said) ? new Both(said.Tokens[said.First].Known?.Text switch { "before" => Limit.Before, "until" or "till" => Limit.LeadingTensed, _ => Limit.LeadingBy }, Loose(said)) : null);
        book.Say("at? half_past|half <Hour>|<HourDigits>", (said, _) => IsHalf(said) ? Spoken((HourOf(said) * 60) + 30) : null);
        book.Say("at? a? <Minutes> to|before <Hour>|<HourDigits>", (said, _) => DigitTimes.IsMeasured(said) ? null : Spoken((HourOf(said) * 60) - said[Slot.Minutes]));
        book.Say("at? a? <Minutes> past|after <Hour>|<HourDigits>", (said, _) => Spoken((HourOf(said) * 60) + said[Slot.Minutes]));
        book.Say("at? <Small> past <Hour>|<HourDigits>", (said, _) => Spoken((HourOf(said) * 60) + said[Slot.Small]));
        book.Say("at? noon|midday|12_noon", new ClockTime(Noon, HourForm.Exact));
        book.Say("at? midnight", new ClockTime(2 * Noon, HourForm.Exact));
    }

    /// <summary>"At 5" may be; "at 5 euros", "at 10 Main Street" and "by one of you" are not.</summary>
    public static bool IsTime(Said said)
    {
        if (DigitTimes.IsMeasured(said) || said.After?.Known?.Is(Slot.Month) == true || said.After?.Known?.Text is "am" or "pm" or "a" or "p" || said.After is { IsGlued: true, Kind: TokenKind.Word or TokenKind.Number })
            return false;
        if (said.After is { IsGlued: true } joint && (joint.IsSign(',') || joint.IsSign('/') || joint.IsDash) && said.End + 1 < said.Tokens.Count && said.Tokens[said.End + 1] is { IsGlued: true })
            return false;
        var isWord = (HourForm)said[Slot.ClockForm] == HourForm.Spoken;
        return said.After is not { Kind: TokenKind.Word } next || (next.Known is not null && !(isWord && next.Known.Text == "of")) || (!isWord && !next.IsCapital && (HourForm)said[Slot.ClockForm] != HourForm.Exact);
    }

    /// <summary>English writes by the twelve-hour clock, so that 3:30 too may be after noon.</summary>
    private static ClockTime Loose(Said said) => DigitTimes.Clock(said) is { Form: HourForm.WithMinutes or HourForm.Bare } clock ? clock with { Form = HourForm.Spoken } : DigitTimes.Clock(said);

    private static ClockTime? Half(Said said, int half) =>
        said[Slot.Clock] < 13 * 60 && said.Before is not { IsGlued: false, Kind: TokenKind.Sign, Value: '$' }
            ? new ClockTime((said[Slot.Clock] % Noon) + half, HourForm.Exact)
            : null;

    private static ClockSpan? Hours(Said said, int half, int laterHalf)
    {
        var (from, to) = ((said[Slot.Clock] % Noon) + half, (said[Slot.LaterClock] % Noon) + laterHalf);
        from -= from > to ? Noon : 0;
        return from >= 0 && from < to ? new ClockSpan(from, to) : null;
    }

    /// <summary>"Half three" is half past; Swedish "halv" is spelt otherwise, and "half 3" rarely a time.</summary>
    private static bool IsHalf(Said said) => said.Has(Slot.Hour) || said.End - said.First >= 3;

    private static ClockTime Spoken(int minutes) => new(minutes is >= 0 and < 60 ? minutes + Noon : minutes, HourForm.Spoken);

    private static int HourOf(Said said) => said[said.Has(Slot.Hour) ? Slot.Hour : Slot.HourDigits];
}
