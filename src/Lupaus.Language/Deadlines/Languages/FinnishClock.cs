using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How Finnish tells the time.</summary>
internal static class FinnishClock
{
    private const int Noon = 12 * 60;

    public static void Fill(Phrasebook book)
    {
        book.Say("klo|kello|klo.|kl|k.lo|kellon|klp <Clock>", (said, _) => DigitTimes.Clock(said));
        book.Say("klo|kello|klo.|kl <Clock> -|ja|sekä <LaterClock> välillä|välissä?", (said, _) => said.Tokens[said.End - 1].Known?.Text is "välillä" or "välissä" || HasDash(said) ? DigitTimes.Hours(said) : null);
        book.Say("klo|kello? <HourAt>", (said, _) => Spoken(said[Slot.HourAt] * 60) with { IsFirm = IsHour(said) });
        book.Say("<Count> maissa|aikoihin|aikaan|tienoilla|pintaan", (said, _) => said.Count is >= 1 and <= 12 && !DigitTimes.IsMeasured(said) ? Spoken((int)said.Count * 60) : null);
        book.Say("klo|kello <HourTo>|<HourLimit>", (said, _) => Spoken(HourOf(said) * 60));
        book.Say("klo|kello? <HourTo> mennessä|menness|asti|saakka", (said, _) => new Both(Spoken(said[Slot.HourTo] * 60), Limit.By));
        book.Say("ennen klo|kello? <HourLimit>", (said, _) => new Both(Limit.Before, Spoken(said[Slot.HourLimit] * 60)));
        book.Say("ennen <Clock>", (said, _) => DigitTimes.IsMeasured(said) || IsDateLike(said) ? null : new Both(Limit.Before, DigitTimes.Clock(said)));
        book.Say("<HourDigits> mennessä|asti|saakka", (said, _) => DigitTimes.IsPlain(said) ? new Both(new ClockTime(said[Slot.HourDigits] * 60, said[Slot.HourDigits] is 0 or > 12 ? HourForm.Exact : HourForm.Bare), Limit.By) : null);
        book.Say("klo|kello? puoli|puol|puolen|puolta|puoleen <Hour>|<HourAt>|<HourTo>|<HourLimit>", (said, _) => Spoken((HourOf(said) * 60) - 30));
        book.Say("klo|kello? puoli|puol <HourDigits>", (said, _) => said[Slot.HourDigits] is >= 1 and <= 12 ? Spoken((said[Slot.HourDigits] * 60) - 30) : null);
        book.Say("klo|kello? <Minutes> vaille|vailla|vaile <Hour>|<HourAt>|<HourTo>|<HourDigits>", (said, _) => Spoken((HourOf(said) * 60) - said[Slot.Minutes]));
        book.Say("klo|kello? <Minutes> yli <Hour>|<HourAt>|<HourTo>|<HourDigits>", (said, _) => Spoken((HourOf(said) * 60) + said[Slot.Minutes]));
        book.Say("klo|kello? <Small> vaille|vailla <Hour>|<HourAt>|<HourTo>|<HourDigits>", (said, _) => Spoken((HourOf(said) * 60) - said[Slot.Small]));
        book.Say("klo|kello? <Small> yli <Hour>|<HourAt>|<HourTo>|<HourDigits>", (said, _) => Spoken((HourOf(said) * 60) + said[Slot.Small]));
        book.Say("puoliltapäivin|puolilta_päivin|puolenpäivän_aikaan|puolenpäivän_aikoihin|puoleenpäivään|puoleen_päivään|puoltapäivää|puolta_päivää|keskipäivällä|keskipäivään|puolipäiväksi|puolipäivään", new ClockTime(Noon, HourForm.Exact));
        book.Say("keskiyöllä|puoliltaöin|puoliyöllä|keskiyöhön|puoleenyöhön|keskiyötä|puoltayötä|puolilta_öin|keskiyöksi|puoliyöhön", new ClockTime(2 * Noon, HourForm.Exact));
    }

    /// <summary>"Viideltä" is a time, "yhdeltä" mostly not, nor is "viideksi päiväksi".</summary>
    private static bool IsHour(Said said) => said.Tokens[said.First].Known?.Text is "klo" or "kello" || (said[Slot.HourAt] > 2 && said.After is not ({ Kind: Scanning.TokenKind.Word, Known: null } or { Known.Text: "päiväksi" }));

    private static bool HasDash(Said said)
    {
        for (var i = said.First; i < said.End; i++)
        {
            if (said.Tokens[i].IsDash)
                return true;
        }
        return false;
    }

    /// <summary>"Ennen 9.12." is left to be a date.</summary>
    public static bool IsDateLike(Said said) =>
        (HourForm)said[Slot.ClockForm] != HourForm.Bare && said.End - said.First == 4 && said.Tokens[said.End - 2].IsSign('.') && said.Tokens[said.End - 1].IsNumber(1, 12);

    /// <summary>An hour of the spoken clock: "puoli yksi" is half past twelve.</summary>
    private static ClockTime Spoken(int minutes) => new(minutes is >= 0 and < 60 ? minutes + Noon : minutes, HourForm.Spoken);

    private static int HourOf(Said said) =>
        said.Has(Slot.Hour) ? said[Slot.Hour] :
        said.Has(Slot.HourAt) ? said[Slot.HourAt] :
        said.Has(Slot.HourTo) ? said[Slot.HourTo] :
        said.Has(Slot.HourLimit) ? said[Slot.HourLimit] :
        said[Slot.HourDigits];
}
