using Lupaus.Care.Recovery;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Tests.Core;

namespace Lupaus.Tests.Care.Recovery;

public class GoodwillTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;
    private static readonly Gift TicketPrice = new("  Lipun hinta\ntakaisin ", 1250, " Maria erehtyi päivästä. ");

    [Fact]
    public void Goodwill_is_booked_with_its_worth_and_its_reason_and_the_fact_says_the_amount_alone()
    {
        var ticket = Given.AnOpenTicket();

        var given = Goodwill.Give(ticket, TicketPrice, new Purse(5000, 0), null, Given.Aino, Now);

        (given.TicketId, given.GiverId, given.What, given.Cents, given.Reason, given.At).ShouldBe((ticket.Id, Given.Aino, "Lipun hinta takaisin", 1250, "Maria erehtyi päivästä.", Now));
        given.TakeHappenings().ShouldHaveSingleItem().What.ShouldBe(new GoodwillGiven(given.Id, 1250));
    }

    [Theory]
    [InlineData(5000, 3750, true)]
    [InlineData(5000, 3751, false)]
    [InlineData(1250, 0, true)]
    [InlineData(1249, 0, false)]
    [InlineData(1000, 2000, false)]
    public void It_is_given_to_the_last_cent_of_the_limit_and_no_further(int limit, int given, bool may) =>
        (Goodwill.WhyNotGive(Given.AnOpenTicket(), TicketPrice, new Purse(limit, given, "Liisa"), Given.Aino, Now) is null).ShouldBe(may);

    [Fact]
    public void Beyond_the_limit_it_is_said_what_is_left_and_who_can_give_it()
    {
        var refusal = Doing(() => Goodwill.Give(Given.AnOpenTicket(), TicketPrice, new Purse(5000, 4205, "Liisa Laine"), null, Given.Aino, Now));

        refusal.ShouldBe(Refusal.Because("goodwill.beyond").With("euros", 7).With("cents", "95").With("lead", "Liisa Laine"));
        new Purse(5000, 4205).WhyNotSpend(1250)!.Key.ShouldBe("goodwill.beyond.nobody");
        new Purse(0, 0, "Liisa").WhyNotSpend(1)!.ShouldBe(Refusal.Because("goodwill.none").With("lead", "Liisa"));
        new Purse(0, 0).WhyNotSpend(1)!.Key.ShouldBe("goodwill.none.nobody");
        new Purse(1000, 2000).Left.ShouldBe(0); // the limit was lowered since
    }

    [Fact]
    public void What_it_is_what_it_is_worth_and_why_are_needed()
    {
        Why(TicketPrice with { What = " " }).ShouldBe("goodwill.what");
        Why(TicketPrice with { What = new string('x', Goodwill.MostWhat + 1) }).ShouldBe("goodwill.what");
        Why(TicketPrice with { Cents = 0 }).ShouldBe("goodwill.worth");
        Why(TicketPrice with { Cents = -1 }).ShouldBe("goodwill.worth");
        Why(TicketPrice with { Reason = "\n" }).ShouldBe("goodwill.reason");
        Why(TicketPrice with { Reason = new string('x', Limits.Reason + 1) }).ShouldBe("goodwill.reason");
        Why(new Gift("Kahvi", 1, "Odotti.")).ShouldBeNull();

        static string? Why(Gift gift) => Goodwill.WhyNotGive(Given.AnOpenTicket(), gift, new Purse(100_000, 0), Given.Aino, Now)?.Key;
    }

    [Fact]
    public void A_closed_matter_gets_goodwill_for_two_weeks_and_a_merged_one_where_it_goes_on()
    {
        var solved = Given.ASolvedTicket();
        var closed = solved.Closure!.At;
        Goodwill.WhyNotGiveIn(solved, closed + Closure.Provisional).ShouldBeNull();
        Goodwill.WhyNotGiveIn(solved, closed + Closure.Provisional + Given.Minute).ShouldBe("goodwill.closed");

        var (whole, part) = (Given.AnOpenTicket(), Given.AnOpenTicket());
        whole.TakeIn(part, [], new MergeTerms("Jatkuvat yhtenä.", Now + Given.Day, null, null, "Tee myös"), Given.Aino, Now);
        Goodwill.WhyNotGiveIn(part, Now).ShouldBe("ticket.merged");
    }

    [Fact]
    public void Its_giver_takes_it_back_within_a_day_and_a_lead_whenever()
    {
        var given = AGift();

        GoodwillReturn.WhyNotTakeBack(given, Given.Aino, Role.Agent, Now + GoodwillReturn.Own).ShouldBeNull();
        GoodwillReturn.WhyNotTakeBack(given, Given.Aino, Role.Agent, Now + GoodwillReturn.Own + Given.Minute).ShouldBe("goodwill.late");
        GoodwillReturn.WhyNotTakeBack(given, Given.Bertil, Role.Agent, Now).ShouldBe("goodwill.others");
        GoodwillReturn.WhyNotTakeBack(given, Given.LeadLiisa, Role.Lead, Now + (30 * Given.Day)).ShouldBeNull();
        GoodwillReturn.WhyNotTakeBack(given, Given.LeadLiisa, Role.Admin, Now + (30 * Given.Day)).ShouldBeNull();
    }

    [Fact]
    public void Taking_back_has_a_reason_and_leaves_what_was_booked_as_it_was()
    {
        var given = AGift();
        var version = given.Version;

        var back = GoodwillReturn.Of(given, " Kirjattu väärään asiaan. ", Given.Aino, Role.Agent, Now + Given.Hour);

        (back.GoodwillId, back.TicketId, back.ById, back.Reason, back.At).ShouldBe((given.Id, given.TicketId, Given.Aino, "Kirjattu väärään asiaan.", Now + Given.Hour));
        back.TakeHappenings().ShouldHaveSingleItem().What.ShouldBe(new GoodwillTakenBack(given.Id, 1250));
        given.Version.ShouldBe(version);
        Doing(() => GoodwillReturn.Of(given, " ", Given.Aino, Role.Agent, Now)).Key.ShouldBe("goodwill.back.reason");
        Doing(() => GoodwillReturn.Of(given, "Ei.", Given.Bertil, Role.Agent, Now)).Key.ShouldBe("goodwill.others");
    }

    [Fact]
    public void Nobody_gives_anything_to_themselves()
    {
        var request = Given.ARequest();

        Goodwill.WhyNotGive(request, TicketPrice, new Purse(100_000, 0), Given.Bertil, Now).ShouldBe("request.own");
        Goodwill.WhyNotGive(request, TicketPrice, new Purse(100_000, 0), Given.Aino, Now).ShouldBeNull();
    }

    [Theory]
    [InlineData("12", 1200)]
    [InlineData("12,5", 1250)]
    [InlineData(" 12.50 € ", 1250)]
    [InlineData("0,01", 1)]
    [InlineData("0", 0)]
    [InlineData("0,001", null)]
    [InlineData("-5", null)]
    [InlineData("1 000", 100_000)]
    [InlineData("1\u00a0200,50 €", 120_050)]
    [InlineData("1,200", null)]
    [InlineData("1.000,00", null)]
    [InlineData("1e3", null)]
    [InlineData("99999999", null)]
    [InlineData("kaksitoista", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Euros_are_read_as_people_write_them(string? written, int? cents) => Euros.Read(written).ShouldBe(cents);

    [Theory]
    [InlineData(-1)]
    [InlineData(Company.MostGoodwill + 1)]
    public void A_limit_is_a_sum_one_can_mean(int cents)
    {
        Company.WhyNotLimitGoodwill(cents).ShouldBe("goodwill.limit");
        Company.WhyNotLimitGoodwill(0).ShouldBeNull();
        Company.WhyNotLimitGoodwill(Company.MostGoodwill).ShouldBeNull();
        Company.WhyNotLimitGoodwill(null).ShouldBeNull();
    }

    [Fact]
    public void One_of_us_has_a_limit_of_their_own_or_the_same_as_everybody_and_giving_counts_against_it()
    {
        var aino = Agent.Invite("Aino Aalto", EmailAddress.Parse("aino@satama.example"), Role.Agent, [LanguageCode.Fi], Actor.Lupaus, Now);
        aino.TakeHappenings();

        aino.LimitGoodwill(4000, Given.LeadLiisa, Now);
        aino.LimitGoodwill(4000, Given.LeadLiisa, Now);
        aino.LimitGoodwill(null, Given.LeadLiisa, Now);
        var version = aino.Version;
        aino.GivesGoodwill();

        aino.TakeHappenings().Select(h => h.What).ShouldBe([new GoodwillLimited(aino.Id, 4000), new GoodwillLimited(aino.Id, null)]);
        aino.Version.ShouldBeGreaterThan(version); // so that two gifts at once meet
    }

    private static Goodwill AGift()
    {
        var given = Goodwill.Give(Given.AnOpenTicket(), TicketPrice, new Purse(5000, 0), null, Given.Aino, Now);
        given.TakeHappenings();
        return given;
    }

    private static Refusal Doing(Action doing) => Should.Throw<RuleBroken>(doing).Refusal;
}
