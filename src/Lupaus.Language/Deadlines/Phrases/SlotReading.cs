using Lupaus.Language.Deadlines.Pieces;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Phrases;

/// <summary>Reads one place of a phrase. Each answers where it ends, or 0 when it isn't there.</summary>
internal static class SlotReading
{
    public static bool IsDigits(Slot slot) => slot > Slot.Opening || slot == Slot.Count;

    public static int Read(Slot slot, Said said, int at)
    {
        if (at >= said.Tokens.Count)
            return 0;
        return slot switch
        {
            Slot.Count => Count(said, at),
            Slot.AnotherWeekday => said.Tokens[at].Known is { } day && (day.Is(Slot.WeekdayShort) || day.Is(Slot.WeekdayOf)) ? at + 1 : 0,
            Slot.Clock => Clock(said, at, Slot.Clock, Slot.ClockForm),
            Slot.LaterClock => Clock(said, at, Slot.LaterClock, Slot.LaterClockForm),
            Slot.ColonClock => WithMinutes(said, at, ':', Slot.Clock, Slot.ClockForm),
            Slot.HourDigits or Slot.LaterHourDigits => Digits(said, at, slot, 0, 24),
            Slot.FourDigits => said.Tokens[at].Span.Length == 4 ? Digits(said, at, slot, 0, 2359) : 0,
            Slot.Day or Slot.LaterDay => Digits(said, at, slot, 1, 31),
            Slot.MonthDigits => Digits(said, at, slot, 1, 12),
            Slot.Week => Digits(said, at, slot, 1, 53),
            Slot.Small or Slot.LaterSmall => said.Tokens[at].Span.Length <= 2 ? Digits(said, at, slot, 0, 99) : 0,
            Slot.Year => Digits(said, at, slot, 1900, 2999),
            Slot.ShortYear => said.Tokens[at].Span.Length == 2 ? Digits(said, at, slot, 0, 99) : 0,
            _ => Word(said, at, slot),
        };
    }

    private static int Word(Said said, int at, Slot slot)
    {
        if (said.Tokens[at].Known is not { } known || !known.Is(slot, out var value))
            return 0;
        said.Set(slot, value);
        return at + 1;
    }

    private static int Digits(Said said, int at, Slot slot, int from, int to)
    {
        if (!said.Tokens[at].IsNumber(from, to))
            return 0;
        said.Set(slot, said.Tokens[at].Value);
        return at + 1;
    }

    /// <summary>"10", "1,5", "10–15" (of which the sooner counts), "kaksi", "twenty-four".</summary>
    private static int Count(Said said, int at)
    {
        if (said.Tokens[at].Known is { } known && known.Is(Slot.Count, out var whole))
        {
            var hasMore = whole is >= 20 and < 100 && whole % 10 == 0 && at + 2 < said.Tokens.Count && said.Tokens[at + 1].IsDash;
            if (hasMore && said.Tokens[at + 2].Known is { } ones && ones.Is(Slot.Count, out var one) && one < 10)
            {
                said.Set(Slot.Count, whole + one);
                return at + 3;
            }
            said.Set(Slot.Count, whole);
            return at + 1;
        }
        if (!said.Tokens[at].IsNumber(0, 9999) || IsGluedTo(said, at, ',', '.', ':'))
            return 0;
        said.Set(Slot.Count, said.Tokens[at].Value);
        if (IsFraction(said, at + 1))
        {
            said.Set(Slot.Count, said.Tokens[at].Value + (said.Tokens[at + 2].Value / Math.Pow(10, said.Tokens[at + 2].Span.Length)));
            return at + 3;
        }
        return at + 2 < said.Tokens.Count && said.Tokens[at + 1].IsDash && said.Tokens[at + 2].IsNumber(1, 9999) ? at + 3 : at + 1;
    }

    private static bool IsGluedTo(Said said, int at, params ReadOnlySpan<char> signs) =>
        at > 0 && said.Tokens[at].IsGlued && said.Tokens[at - 1].Kind == TokenKind.Sign && signs.Contains((char)said.Tokens[at - 1].Value);

    private static bool IsFraction(Said said, int at) =>
        at + 1 < said.Tokens.Count && said.Tokens[at].IsGlued && (said.Tokens[at].IsSign(',') || said.Tokens[at].IsSign('.'))
        && said.Tokens[at + 1].IsGlued && said.Tokens[at + 1].IsNumber(0, 9999);

    private static int Clock(Said said, int at, Slot slot, Slot form)
    {
        if (said.Tokens[at].Known is { } known && known.Is(Slot.Hour, out var hour))
            return Found(said, at + 1, slot, hour * 60, form, HourForm.Spoken);
        if (WithMinutes(said, at, '.', slot, form) is > 0 and var end)
            return end;
        if (WithMinutes(said, at, ':', slot, form) is > 0 and var colonEnd)
            return colonEnd;
        var token = said.Tokens[at];
        if (token.Span.Length == 4 && token.IsNumber(0, 2359) && token.Value % 100 < 60)
            return Found(said, at + 1, slot, (token.Value / 100 * 60) + (token.Value % 100), form, HourForm.Exact);
        if (!token.IsNumber(0, 24) || token.Span.Length > 2 || IsFraction(said, at + 1))
            return 0;
        return Found(said, CaseEnd(said, at + 1), slot, token.Value * 60, form, IsExact(token) ? HourForm.Exact : HourForm.Bare);
    }

    private static int WithMinutes(Said said, int at, char sign, Slot slot, Slot form)
    {
        if (at + 2 >= said.Tokens.Count || IsGluedTo(said, at, '.', ':', ','))
            return 0;
        var (hour, minute) = (said.Tokens[at], said.Tokens[at + 2]);
        var isTime = hour.IsNumber(0, 24) && hour.Span.Length <= 2 && said.Tokens[at + 1].IsSign(sign) && said.Tokens[at + 1].IsGlued
            && minute.IsGlued && minute.Span.Length == 2 && minute.IsNumber(0, hour.Value == 24 ? 0 : 59);
        if (!isTime || GoesOn(said, at + 3))
            return 0;
        return Found(said, at + 3, slot, (hour.Value * 60) + minute.Value, form, IsExact(hour) ? HourForm.Exact : HourForm.WithMinutes);
    }

    private static int Found(Said said, int end, Slot slot, int minutes, Slot form, HourForm how)
    {
        said.Set(slot, minutes);
        said.Set(form, (int)how);
        return end;
    }

    /// <summary>"14" and "03" leave no doubt.</summary>
    private static bool IsExact(Token hour) => hour.Value is 0 or > 12 || (hour.Span.Length == 2 && hour.Value < 10);

    /// <summary>"12.30.45" is no time of ours, nor "10.0.0.1".</summary>
    private static bool GoesOn(Said said, int at) =>
        at + 1 < said.Tokens.Count && said.Tokens[at].IsGlued && (said.Tokens[at].IsSign('.') || said.Tokens[at].IsSign(':'))
        && said.Tokens[at + 1].IsGlued && said.Tokens[at + 1].Kind == TokenKind.Number;

    /// <summary>Finnish puts endings to digits: "klo 12:ksi", "klo 12:een".</summary>
    private static int CaseEnd(Said said, int at) =>
        at + 1 < said.Tokens.Count && said.Tokens[at].IsSign(':') && said.Tokens[at].IsGlued && said.Tokens[at + 1] is { Kind: TokenKind.Word, IsGlued: true, Span.Length: <= 4 }
            ? at + 2
            : at;
}
