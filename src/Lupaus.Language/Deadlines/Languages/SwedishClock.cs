using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How Swedish tells the time: "halv tre" is half past two.</summary>
internal static class SwedishClock
{
    private const int Noon = 12 * 60;

    public static void Fill(Phrasebook book)
    {
        book.Say("vid|runt|omkring? kl|kl.|klockan|klocka|klckan <Clock>", (said, _) => DigitTimes.Clock(said));
        book.Say("mellan|från? kl|kl.|klockan? <Clock> -|till|och <LaterClock>", (said, _) => said.Tokens[said.First].Kind == Scanning.TokenKind.Number ? null : DigitTimes.Hours(said));
        book.Say("kl|kl.|klockan|vid? <HourAt>", (said, _) => Spoken(said[Slot.HourAt] * 60));
        book.Say("kl|kl.|klockan|vid? halv <Hour>", (said, _) => Spoken((said[Slot.Hour] * 60) - 30));
        book.Say("kl|kl.|klockan|vid? <Minutes> minuter|min? i|före <Hour>|<HourDigits>", (said, _) => Spoken((HourOf(said) * 60) - said[Slot.Minutes]));
        book.Say("kl|kl.|klockan|vid? <Minutes> minuter|min? över|efter <Hour>|<HourDigits>", (said, _) => Spoken((HourOf(said) * 60) + said[Slot.Minutes]));
        book.Say("kl|kl.|klockan|vid? <Minutes> i halv <Hour>", (said, _) => Spoken((said[Slot.Hour] * 60) - 30 - said[Slot.Minutes]));
        book.Say("kl|kl.|klockan|vid? <Minutes> över halv <Hour>", (said, _) => Spoken((said[Slot.Hour] * 60) - 30 + said[Slot.Minutes]));
        book.Say("senast|innan|före|fram_till <Clock>", Limited);
        book.Say("vid <Clock>", (said, _) => EnglishClock.IsTime(said) ? DigitTimes.Clock(said) with { IsFirm = (HourForm)said[Slot.ClockForm] != HourForm.Bare } : null);
        book.Say("mitt_på_dagen|klockan_tolv_på_dagen", new ClockTime(Noon, HourForm.Exact));
        book.Say("vid? midnatt", new ClockTime(2 * Noon, HourForm.Exact));
    }

    private static Piece? Limited(Said said, Now now) =>
        DigitTimes.IsMeasured(said) || !EnglishClock.IsTime(said) || FinnishClock.IsDateLike(said) ? null : new Both(said.Tokens[said.First].Known?.Text is "innan" or "före" ? Limit.Before : Limit.LeadingBy, DigitTimes.Clock(said));

    private static ClockTime Spoken(int minutes) => new(minutes is >= 0 and < 60 ? minutes + Noon : minutes, HourForm.Spoken);

    private static int HourOf(Said said) => said[said.Has(Slot.Hour) ? Slot.Hour : Slot.HourDigits];
}
