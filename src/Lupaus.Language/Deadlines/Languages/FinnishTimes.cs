using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How times are said in Finnish.</summary>
internal static class FinnishTimes
{
    public static void Fill(Phrasebook book)
    {
        FinnishWords.Fill(book);
        FinnishCues.Fill(book);
        FillAhead(book);
        FinnishDays.Fill(book);
        FinnishMonths.Fill(book);
        FillLimits(book);
        FinnishClock.Fill(book);
    }

    private static void FillAhead(Phrasebook book)
    {
        book.Say("<Count>? <Unit> .? päästä|kuluttua|paasta", (said, now) => !said.Has(Slot.Count) && said.Before?.Kind == TokenKind.Number ? null : now.Ahead(said.Count, (TimeUnit)said[Slot.Unit]));
        book.Say("seuraavan? <Count>? <Unit> .? sisällä|sisään|sisälle|kuluessa|sissään", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("seuraavan <Count>? <Unit> aikana", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("puolen tunnin|h päästä|kuluttua", (_, now) => now.Ahead(0.5, TimeUnit.Hour));
        book.Say("seuraavan? puolen tunnin|h sisällä|sisään|kuluessa|aikana", (_, now) => now.Ahead(0.5, TimeUnit.Hour, isLimit: true));
        book.Say("puolentoista|puolen_toista <Unit> päästä|kuluttua", (said, now) => now.Ahead(1.5, (TimeUnit)said[Slot.Unit]));
        book.Say("puolentoista|puolen_toista <Unit> sisällä|kuluessa|aikana", (said, now) => now.Ahead(1.5, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("<Count> <Inside>", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Inside], isLimit: true));
        book.Say("tunnissa|vartissa", (said, now) => IsMuchInside(said) ? null : now.Ahead(1, said.Tokens[said.First].Known?.Text == "tunnissa" ? TimeUnit.Hour : TimeUnit.Quarter, isLimit: true));
        book.Say("puolessa tunnissa", (_, now) => now.Ahead(0.5, TimeUnit.Hour, isLimit: true));
        book.Say("minulla|mulla|meillä on? enää|vain|vaan|noin? <Count> <Amount> aikaa", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Amount], isLimit: true));
        book.Say("<Count>? <Amount> sitten", NotDeadline.AtAll);
        book.Say("hetki|hetken|kauan|aikaa|aikoja|tovi sitten", NotDeadline.AtAll);
    }

    /// <summary>"100 km tunnissa", "20 € tunnissa".</summary>
    private static bool IsMuchInside(Said said) => said.Before is { } before && (before.Known?.Is(Slot.Measure) == true || before.Kind is TokenKind.Number or TokenKind.Sign);

    private static void FillLimits(Phrasebook book)
    {
        book.Say("mennessä|mennesä|mennessa|viimeistään|viimestään", Limit.By);
        book.Say("asti|saakka|eräpäivä|määräaika|määräpäivä|takaraja|deadline|dl|viimeinen_päivä|viimeinen_voimassaolopäivä", Limit.Tensed);
        book.Say("ennen", Limit.Before);
        book.Say("jälkeen|lähtien|alkaen|jälkee|alk", new NotDeadline(NotReach.Previous));
        book.Say("nyt_on|nyt_on_jo|kello_on|kello_on_jo|kello_oli", new NotDeadline(NotReach.Next));
        book.Say("viime|viimeisenä|edellisenä|edellisellä|edellisessä|viimeksi|toissa|menneenä|menneellä|viimevuoden", new NotDeadline(NotReach.Next));
    }
}
