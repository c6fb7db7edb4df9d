using System.Globalization;
using System.Text;
using Lupaus.Ground.Identity;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>Names and sentences for a big company: plain ones, of which any few in a row make a message.</summary>
internal static class BigWords
{
    private static readonly string[] First = "Aino Eero Helmi Onni Venla Leo Siiri Niilo Aada Elias Kaisa Matti Liisa Jukka Tiina Kari Hanna Pekka Laura Mikko Emma Oliver Ella Otto Sofia Hugo Anna Axel Elin Oskar".Split(' ');
    private static readonly string[] Last = "Korpi Lahti Nieminen Harju Koivisto Salmi Rinne Aalto Lehto Kivelä Ranta Suomi Karlsson Lindberg Nyman Eklund Sundström Grönroos Mattsson Fagerström Hill Brown Meyer Rossi".Split(' ');

    private static readonly Dictionary<LanguageCode, string[]> Subjects = new()
    {
        [LanguageCode.Fi] = ["Lasku ei täsmää", "Varauksen muutos", "Kysymys palkasta", "Sivut eivät avaudu", "Lippu puuttuu", "Osoitteenmuutos", "Palautus viipyy", "Kuitti hukassa", "Lomake jumittaa", "Milloin valmista?", "Tarjouspyyntö", "Sähköposti ei toimi"],
        [LanguageCode.Sv] = ["Fakturan stämmer inte", "Ändra bokning", "Fråga om lön", "Sidan öppnas inte", "Biljetten saknas", "Ny adress", "När är det klart?"],
        [LanguageCode.En] = ["Invoice doesn't match", "Change a booking", "Question about payroll", "The site is down", "Missing ticket", "New address", "When will it be ready?"],
    };

    private static readonly Dictionary<LanguageCode, string[]> FromThem = new()
    {
        [LanguageCode.Fi] =
        [
            "Huomasin asian vasta eilen illalla.", "Yritin ensin itse, mutta en päässyt eteenpäin.", "Onko teillä tästä jo jotain tietoa?", "Tämä on minulle aika kiireinen.", "Laskussa on rivi, jota en tunnista.",
            "Voisitteko tarkistaa, mitä järjestelmässä lukee?", "Sain viestin, jossa pyydettiin maksamaan uudelleen.", "Matkustan perjantaina enkä ehdi sen jälkeen hoitaa tätä.", "Puhelimella sivu näkyy tyhjänä, tietokoneella se toimii.",
            "Kiitos edellisestä avusta, se toimi hienosti.", "Tilasin tämän jo kolme viikkoa sitten.", "En löytänyt ohjetta mistään.", "Liitän kuitin, kunhan löydän sen.", "Miksi summa on eri kuin tarjouksessa?",
            "Työkaverini neuvoi kysymään teiltä suoraan.", "Ymmärsin, että tämä kuuluu hintaan.", "Vaihdoin pankkia syksyllä, voiko johtua siitä?", "Toivon vastausta mieluiten sähköpostilla.", "Voin myös soittaa, jos se on helpompaa.",
            "Kyse on kahdesta eri varauksesta samalla nimellä.", "Automaattinen vastaus ei valitettavasti auttanut.", "Pahoittelut, jos tämä on tyhmä kysymys.", "Saako rahat takaisin vai täytyykö ottaa lahjakortti?", "Tässä on siis edelleen jotain pielessä.",
        ],
        [LanguageCode.Sv] =
        [
            "Jag märkte det först i går kväll.", "Jag försökte själv men kom inte vidare.", "Har ni redan någon information om detta?", "Det är ganska bråttom för mig.", "Det finns en rad på fakturan som jag inte känner igen.",
            "Kan ni kontrollera vad som står i systemet?", "Jag reser på fredag och hinner inte sköta det efter det.", "På telefonen är sidan tom, på datorn fungerar den.", "Tack för hjälpen senast.", "Varför är summan en annan än i offerten?",
            "Jag hittade ingen anvisning.", "Svara gärna per e-post.",
        ],
        [LanguageCode.En] =
        [
            "I only noticed this last night.", "I tried it myself first but got stuck.", "Do you already know something about this?", "It is rather urgent for me.", "There is a line on the invoice that I don't recognise.",
            "Could you check what your system says?", "I'm travelling on Friday and can't take care of it after that.", "The page is blank on my phone but works on the computer.", "Thanks for your help last time.", "Why is the total different from the quote?",
            "I couldn't find any instructions.", "E-mail is best for me.",
        ],
    };

    /// <summary>In one ticket of twenty.</summary>
    private static readonly Dictionary<LanguageCode, string> Seldom = new()
    {
        [LanguageCode.Fi] = "Asia koskee pesukonettamme.",
        [LanguageCode.Sv] = "Det gäller vår tvättmaskin.",
        [LanguageCode.En] = "It is about our washing machine.",
    };

    private static readonly Dictionary<LanguageCode, string> Orders = new()
    {
        [LanguageCode.Fi] = "Tilauksen numero on {number}.",
        [LanguageCode.Sv] = "Ordernumret är {number}.",
        [LanguageCode.En] = "The order number is {number}.",
    };

    private static readonly Dictionary<LanguageCode, string[]> FromUs = new()
    {
        [LanguageCode.Fi] =
        [
            "Kiitos, kun kerroit tästä heti.", "Katsoin asiaa juuri äsken.", "Huomasin, mistä tämä johtuu.", "Rivi on tullut laskulle vahingossa, ja poistan sen.", "Kysyn tämän vielä kumppaniltamme, jotta sinun ei tarvitse.", "Sinun ei tarvitse tehdä mitään.",
            "Korjasin tiedot järjestelmään.", "Palautus lähtee samalle tilille kuin ennenkin.", "Lähetän sinulle vahvistuksen, kun se on valmis.", "Kokeilisitko vielä kerran?", "Jos sivu on edelleen tyhjä, kerro millä puhelimella katsot, niin löydän vian nopeammin.",
            "Varauksesi on tallessa ja paikat ovat vierekkäin.", "Pahoittelen vaivaa, virhe oli meidän.", "Olit oikeassa, summan piti olla pienempi.", "Pidän sinut ajan tasalla.", "Mukavaa päivänjatkoa!",
        ],
        [LanguageCode.Sv] =
        [
            "Tack för att du berättade genast.", "Jag tittade just på saken.", "Jag ser vad det beror på.", "Raden har kommit med av misstag och jag tar bort den.", "Du behöver inte göra någonting.", "Jag har rättat uppgifterna.", "Återbetalningen går till samma konto som förut.",
            "Vill du försöka en gång till?", "Jag är ledsen för besväret, felet var vårt.", "Ha en fin dag!",
        ],
        [LanguageCode.En] =
        [
            "Thanks for telling us right away.", "I've just had a look.", "I can see what caused this.", "That line got there by mistake, and I'm removing it.", "You don't need to do anything.", "I've corrected the details.", "The refund goes to the same account as before.",
            "Would you try once more?", "I'm sorry for the trouble, the mistake was ours.", "Have a good day!",
        ],
    };

    private static readonly Dictionary<LanguageCode, string[]> Promises = new()
    {
        [LanguageCode.Fi] = ["Selvitetään, mistä ero johtuu", "Korjataan lasku ja lähetetään uusi", "Kysytään kumppanilta ja kerrotaan", "Tehdään muutos varaukseen"],
        [LanguageCode.Sv] = ["Tar reda på vad skillnaden beror på", "Rättar fakturan och skickar en ny", "Ändrar bokningen"],
        [LanguageCode.En] = ["Find out where the difference comes from", "Correct the invoice and send a new one", "Change the booking"],
    };

    private static readonly Dictionary<LanguageCode, string[]> Reasons = new()
    {
        [LanguageCode.Fi] = ["kumppanimme ei ole vielä vastannut", "asia vaatii toisenkin tarkistuksen"],
        [LanguageCode.Sv] = ["vår partner har inte svarat ännu", "saken behöver kontrolleras en gång till"],
        [LanguageCode.En] = ["our partner hasn't answered yet", "this needs a second check"],
    };

    public static BigCustomer Customer(Random chance, int number)
    {
        var (first, last) = (First[chance.Next(First.Length)], Last[chance.Next(Last.Length)]);
        var language = chance.NextDouble() switch { < 0.8 => LanguageCode.Fi, < 0.92 => LanguageCode.Sv, _ => LanguageCode.En };
        var reach = chance.NextDouble();
        var email = $"{Plain(first)}.{Plain(last)}.{number.ToString(CultureInfo.InvariantCulture)}@posti.example";
        var phone = string.Create(CultureInfo.InvariantCulture, $"04577{number:000000}");
        return new BigCustomer(default, $"{first} {last}", reach < 0.97 ? email : null, reach > 0.8 ? phone : null, language);
    }

    public static IEnumerable<DemoAgent> MoreAgents(int count)
    {
        string[] teams = [DemoPeople.Trips, DemoPeople.Books, DemoPeople.Sites];
        for (var i = 0; i < count; i++)
        {
            var name = $"{First[(i * 7 + 3) % First.Length]} {Last[(i * 5 + 1) % Last.Length]}";
            yield return new DemoAgent(name, $"{Plain(name.Replace(' ', '.'))}.{i + 1}", Role.Agent, "agent", "fi sv en", teams[i % teams.Length], "Mon-Fri 08:00-17:00");
        }
    }

    public static string Subject(Random chance, LanguageCode language) => Any(chance, Subjects[language]);

    /// <summary>Mostly a few sentences, now and then a long story; and now and then something that few others say.</summary>
    public static string Theirs(Random chance, LanguageCode language) => Story(chance, language) + (chance.Next(60) == 0 ? " " + Seldom[language] : "") + (chance.Next(5) == 0 ? " " + Order(chance, language) : "");

    private static string Order(Random chance, LanguageCode language) => Orders[language].Replace("{number}", chance.Next(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Story(Random chance, LanguageCode language) => Several(chance, FromThem[language], 1 + (int)(18 * Math.Pow(chance.NextDouble(), 3)) + chance.Next(3));

    public static string Ours(Random chance, LanguageCode language) => Several(chance, FromUs[language], 2 + (int)(7 * Math.Pow(chance.NextDouble(), 2)));

    public static string Promise(Random chance, LanguageCode language) => Any(chance, Promises[language]);

    public static string Reason(Random chance, LanguageCode language) => Any(chance, Reasons[language]);

    public static string Reminder(LanguageCode language) => language switch
    {
        LanguageCode.Fi => "Hei, ehditkö katsoa viestiäni? Jatketaan heti, kun kuulen sinusta.",
        LanguageCode.Sv => "Hej, hann du titta på mitt meddelande? Vi fortsätter så fort jag hör av dig.",
        _ => "Hi, did you have a chance to look at my message? We'll carry on as soon as I hear from you.",
    };

    public static string Thanks(LanguageCode language) => language switch { LanguageCode.Fi => "Kiitos avusta!", LanguageCode.Sv => "Tack för hjälpen!", _ => "Thanks for your help!" };

    private static string Several(Random chance, string[] sentences, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(i == 0 ? "" : chance.Next(5) == 0 ? "\n\n" : " ").Append(Any(chance, sentences));
        return text.ToString();
    }

    private static string Any(Random chance, string[] of) => of[chance.Next(of.Length)];

    private static string Plain(string name) => name.ToLowerInvariant().Replace('ä', 'a').Replace('ö', 'o').Replace('å', 'a');
}
