using System.Net.Http.Headers;
using System.Text;
using Lupaus.Ground.Identity;
using Lupaus.Mail.Reading;
using Lupaus.Web.Tests.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

/// <summary>Whoever answers everything meets us, who answer nearly everything: it has to end by itself.</summary>
public sealed class LoopTests
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(11); // a receipt is held for ten

    private const int Rounds = 30;

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 12)]
    public async Task Two_houses_that_acknowledge_each_other_settle_even_where_marks_get_lost_on_the_way(bool losesMarks, int mostLetters)
    {
        await using var satama = await House.Open();
        await using var toinen = await Other();
        var (toSatama, toToinen) = (await Carrier.To(satama, losesMarks), await Carrier.To(toinen, losesMarks));
        var (fromSatama, fromToinen) = (new LettersOf(satama), new LettersOf(toinen));

        await toSatama.Carry(Mails.Raw(from: "Toinen Palvelu <apu@toinen.example>", subject: "Kysymys", text: "Saimme viestinne, kiitos."));
        var letters = 0;
        for (var round = 0; round < Rounds; round++)
        {
            letters += await toToinen.Carry(await fromSatama.New()) + await toSatama.Carry(await fromToinen.New());
            satama.Clock.Passes(Round);
            toinen.Clock.Passes(Round);
        }

        letters.ShouldBeInRange(1, mostLetters);
        (await fromSatama.New()).Concat(await fromToinen.New()).ShouldBeEmpty();
        await satama.IsSound();
        await toinen.IsSound();
    }

    [Theory]
    [InlineData("Automaattinen vastaus: ", 1, "Auto-Submitted: auto-replied")]
    [InlineData("Out of office: ", 1, "X-Auto-Response-Suppress: All")]
    [InlineData("Kiitos viestistäsi! ", 3, "X-Mailer: Robotti")]
    public async Task A_robot_that_answers_everything_comes_to_rest_marked_or_not(string subject, int mostLetters, string mark)
    {
        await using var house = await House.Open();
        var (to, from) = (await Carrier.To(house, losesMarks: false), new LettersOf(house));

        await to.Carry(Mails.Raw(from: "Robotti <robotti@example.fi>", text: "Laskuni on väärin."));
        var letters = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var letter in (await from.New()).Select(l => MailReader.Read(l)))
            {
                letters++;
                await to.Carry(Mails.Raw(from: "Robotti <robotti@example.fi>", subject: subject + letter.Subject, text: $"Palaan pian. ({letters})", more: [$"In-Reply-To: <{letter.MessageId}>", mark]));
            }
            house.Clock.Passes(Round);
        }

        letters.ShouldBeInRange(1, mostLetters);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
        await house.IsSound();
    }

    private static async Task<House> Other()
    {
        var house = await House.Open();
        await house.Changes.Make(async db => (await db.Companies.SingleAsync()).Describe("Toinen Palvelu Oy", EmailAddress.Parse("apu@toinen.example"), null, house.Minna, house.Clock.Now()), default);
        return house;
    }

    /// <summary>Brings letters to a house as a mail server does, by its API; one on the way may drop the marks of machines.</summary>
    private sealed class Carrier(Caller api, bool losesMarks)
    {
        public static async Task<Carrier> To(House house, bool losesMarks) => new(await Caller.Known(house), losesMarks);

        public async Task<int> Carry(params IReadOnlyList<byte[]> letters)
        {
            foreach (var letter in letters)
            {
                var content = new ByteArrayContent(losesMarks ? Unmarked(letter) : letter);
                content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
                (await api.Ask(HttpMethod.Post, "/mail", content, agent: null)).IsSuccessStatusCode.ShouldBeTrue();
            }
            return letters.Count;
        }

        private static byte[] Unmarked(byte[] letter) => Encoding.Latin1.GetBytes(string.Join("\r\n", Encoding.Latin1.GetString(letter).Split("\r\n")
            .Where(line => !line.StartsWith("Auto-Submitted:", StringComparison.Ordinal) && !line.StartsWith("X-Auto-Response-Suppress:", StringComparison.Ordinal))));
    }
}
