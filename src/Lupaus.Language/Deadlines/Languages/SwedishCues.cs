using Lupaus.Language.Deadlines.Phrases;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>Swedish words that tell of a time whether it is over or ahead, and small words between two parts of one time.</summary>
internal static class SwedishCues
{
    public static void Fill(Phrasebook book)
    {
        book.Word(Slot.Glue, 0, "på|den|vid|kl|ca|cirka|runt|redan|i|till|är|var|nu|ungefär|omkring|tidigt|sent|typ|klockan|strax");
        book.Word(Slot.ClauseBreak, 0, "men|att|eftersom|som|när|så|eller|där|vilket|medan");
        book.Words.Learn("ha");
        book.Word(Slot.And, 0, "och|samt");
        book.Word(Slot.Past, 0, "beställde|köpte|betalade|skickade|fick|ringde|var|hade|kom|gick|gjorde|försökte|bokade|returnerade|mejlade|mailade|skrev|tog|slutade|började|hämtade|lämnade|såg|avgick|åkte|blev|anlände|levererades|sade|sa|sade|svarade|frågade|pratade|bytte|upptäckte|hände|försvann|fanns|kunde|ville|drogs|debiterades|laddade|installerade|uppdaterade|loggade|registrerade|öppnade|postade|kontaktade|reste|flög|märkte|fungerade|fungerar|besökte|skulle|beställt|köpt|betalat|betald|daterad|beställd|köpta|försenades|glömde");
        book.Word(Slot.Ahead, 0, "behöver|måste|ska|skall|vill|önskar|går|avgår|börjar|borde|kan|åker|reser|förfaller|lovade|lovades|gärna|behövs");
        book.Word(Slot.Departure, 0, "går|avgår|börjar|lyfter|startar|tåg|tåget|flyg|flyget|buss|bussen|färja|färjan|båt|båten|möte|mötet|avresa|avgång|bröllop|bröllopet|tågets|planet|mitt_flyg|avgångstid|åker|lektionen|föreställningen|resan");
        book.Word(Slot.Opening, 0, "öppet|öppettider|öppettiderna|öppnar|öppen|telefontid|telefontider|vardagar|öppethållande|öppna");
    }
}
