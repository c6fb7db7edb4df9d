using Lupaus.Language.Deadlines.Phrases;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>Finnish words that tell of a time whether it is over or ahead, and small words between two parts of one time.</summary>
internal static class FinnishCues
{
    public static void Fill(Phrasebook book)
    {
        book.Word(Slot.Glue, 0, "noin|n|jo|tuossa|on|joskus|aikaisin|varhain|myöhään|vielä|heti|siis|eli|oli|ihan|viimeinen|päivä|päivänä|tuo|se");
        book.Word(Slot.ClauseBreak, 0, "mutta|että|koska|jos|joka|jonka|jossa|jolla|jotka|jota|jolloin|vaan|sillä|joten|kun|tai|eli|mut|et|jotta|minkä|mitä|niin");
        book.Words.Learn("olla");
        book.Word(Slot.And, 0, "ja|sekä");
        book.Word(Slot.Past, 0, "tilasin|ostin|maksoin|lähetin|sain|soitin|kävin|otin|palautin|varasin|tein|kirjoitin|yritin|laitoin|huomasin|aloitin|olin|oli|olivat|olimme|tuli|tulin|tulivat|saapui|saapuivat|lähti|rikkoutui|hajosi|meni|menin|lakkasi|loppui|alkoi|peruin|kysyin|pyysin|hain|noudin|vein|siirsin|vaihdoin|avasin|asensin|päivitin|puhuin|keskustelin|vastasin|vastasi|vastasitte|soitti|soititte|sanoi|sanoitte|sanottiin|ilmoitti|ilmoitin|kertoi|kerroin|kerroitte|lähetti|lähetitte|toimititte|saimme|saitte|teimme|tilasimme|ostimme|maksoimme|lähetimme|soitimme|varasimme|piti|pitikin|rekisteröidyin|kirjauduin|muutin|matkustin|lensin|osallistuin|käytin|luin|näin|latasin|mentiin|tehtiin|saatiin|jouduin|joutui|unohdin|jätin|jäi|kaatui|katkesi|pysähtyi|veloitettiin|tuotiin|vietiin|käytiin|toimi|toiminut|ollut|tullut|mennyt|tehnyt|käynyt|nähnyt|tilattu|ostettu|maksettu|lähetetty|palautettu|veloitettu|päivätty|toimitettu|julkaistu|tehty|kuitattu");
        book.Word(Slot.Ahead, 0, "pitää|täytyy|tarvitsen|tarvitsisin|tarvitaan|tarttisin|haluan|haluaisin|toivon|toivoisin|lähtee|alkaa|tulee|voitteko|voisitteko|ehtii|ehdittekö|pitäisi|olisi|pidettävä|tarviin|tarvin|lupasi|lupasitte|lupasivat|luvattiin|sovittiin|sovimme|lennän|matkustan|lähden|menen|erääntyy");
        book.Word(Slot.Departure, 0, "lähtee|lähden|lähdemme|alkaa|nousee|juna|junaan|junan|junalle|junalla|lennolle|lennon|lennolla|bussiin|laivaan|laivalle|junani|lento|lentoni|bussi|bussini|laiva|laivani|lautta|kokous|palaveri|tapaaminen|tapaamisemme|häät|juhlat|koe|tentti|lähtö|lähtöaika|koulutus|seminaari|esitys|keikka|konsertti|matka|matkamme|junamme|lentomme");
        book.Word(Slot.Opening, 0, "avoinna|auki|avataan|aukeaa|aukioloajat|aukioloaika|aukiolo|aukioloajoista|palvelemme|palveluaika|palveluajat|puhelinaika|puhelinpalvelu|päivystämme|arkena");
    }
}
