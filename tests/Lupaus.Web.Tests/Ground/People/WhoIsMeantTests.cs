using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.People;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Ground.People;

public sealed class WhoIsMeantTests
{
    [Theory, OnBothDatabases]
    public async Task Whatever_is_known_of_somebody_finds_them_the_best_guess_first(string database)
    {
        await using var house = await House.On(database);
        var maija = await house.Meets("Maija Virtanen", "maija.v@kahvila.example", "040 123 4567");
        var matti = await house.Meets("Matti Virtanen", "matti@posti.example", "040 765 4321");
        var elsa = await house.Meets("Elsa Wikström", "elsa@posti.example");
        var lahti = await house.Meets("Pekka Lahti", "pekka@posti.example");
        await house.Meets("Kari Lehto", "kari@posti.example");
        var lehtonen = await house.Meets("Liisa Lehtonen", "liisa@posti.example");

        (await house.Guesses("Virtasen Maija"))[0].ShouldBe(maija);
        (await house.Guesses("virtaselta")).ShouldBe([maija, matti], ignoreOrder: true);
        (await house.Guesses("Matille"))[0].ShouldBe(matti);
        (await house.Guesses("vikstrom"))[0].ShouldBe(elsa);
        (await house.Guesses("Wikströms")).ShouldBe([elsa]);
        (await house.Guesses("Lahdelle")).ShouldBe([lahti]);
        (await house.Guesses("Lehtosen"))[0].ShouldBe(lehtonen);
        (await house.Guesses("leht"))[..2].ShouldContain(lehtonen);
        (await house.Guesses("Virtannen Mija"))[0].ShouldBe(maija);
        (await house.Guesses("maijavirtanen"))[0].ShouldBe(maija);
        (await house.Guesses("+358 (0)40 123 4567")).ShouldBe([maija]);
        (await house.Guesses("123 45")).ShouldBe([maija]);
        (await house.Guesses("MAIJA.V@kahvila.example")).ShouldBe([maija]);
        (await house.Guesses("kahvila")).ShouldBe([maija]);
        (await house.Guesses("Torvalds")).ShouldBeEmpty();
        (await house.Guesses("' \" * ( ) : OR NOT & | ! ~")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_first_name_and_a_town_are_enough_where_their_card_says_it(string database)
    {
        await using var house = await House.On(database);
        var (one, other) = (await house.Meets("Anna Mäkinen", "anna@posti.example"), await house.Meets("Anna Laine", "anna.laine@posti.example"));
        await house.Get<ChangePerson>().For(one, null, (p, now) => p.NoteField("Kaupunki", "Tampere", house.Antti, now), default);
        await house.Get<ChangePerson>().Describe(other, new PersonDescription("Anna Laine", LanguageCode.Fi, "Kahvila Kaarna", null) { Fields = new Dictionary<string, string?> { ["Asiakasnumero"] = "AB-47110" } }, house.Antti, null, default);

        (await house.Guesses("Anna Tampereelta")).ShouldBe([one]);
        (await house.Guesses("annan kaarna")).ShouldBe([other]);
        (await house.Guesses("47110")).ShouldBe([other]);

        await house.Get<ChangePerson>().For(one, null, (p, now) => p.NoteField("Kaupunki", null, house.Antti, now), default);
        await house.Get<ChangePerson>().Describe(one, new PersonDescription("Anna Korhonen", LanguageCode.Fi, null, null), house.Antti, null, default);

        (await house.Guesses("Anna Tampereelta")).ShouldBeEmpty();
        (await house.Guesses("Mäkinen")).ShouldBeEmpty();
        (await house.Guesses("Korhoselle")).ShouldBe([one]);
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_no_keys_or_old_ones_gets_new_ones(string database)
    {
        await using var house = await House.On(database);
        var maija = await house.Meets("Maija Virtanen", "maija@posti.example");
        var matti = await house.Meets("Matti Virtanen", "matti@posti.example");
        await house.Look(db => db.People.Where(p => p.Id == maija).ExecuteUpdateAsync(p => p.SetProperty(x => x.FoundBy, "")));
        await house.Look(db => db.People.Where(p => p.Id == matti).ExecuteUpdateAsync(p => p.SetProperty(x => x.FoundBy, "_0 virtanen")));
        (await house.Guesses("Maija")).ShouldBeEmpty();

        (await house.Get<IndexPeople>().Anew(default)).ShouldBe(2);

        (await house.Guesses("Maija")).ShouldBe([maija]);
        (await house.Guesses("Matti")).ShouldBe([matti]);
        (await house.Get<IndexPeople>().Anew(default)).ShouldBe(0);
    }

    [Fact]
    public async Task The_desk_shows_their_cards_beside_what_was_said()
    {
        await using var house = await House.Open();
        var maija = await house.Meets("Maija Virtanen", "maija@posti.example");
        var antti = house.BrowserOf(house.Antti);

        (await antti.Page("/desk/find?q=Virtannen")).ShouldContain($"href=\"/desk/people/{maija.Value}\"");
        (await antti.Page("/desk/anything?q=virtasen")).ShouldContain($"/desk/people/{maija.Value}");
        (await antti.Page("/desk/call/who?q=Maijja")).ShouldContain("Maija Virtanen");
        (await antti.Page("/desk/find?q=automaatti")).ShouldNotContain($"href=\"/desk/people/{maija.Value}\"");
    }
}

internal static class PeopleMet
{
    public static async Task<PersonId> Meets(this House house, string name, string email, string? phone = null) => (await house.Matter(house.Antti, name, email, phone)).CustomerId;

    public static async Task<PersonId[]> Guesses(this House house, string sought)
    {
        await using var db = await house.Get<IDbContextFactory<LupausDb>>().CreateDbContextAsync();
        return [.. (await house.Get<WhoIsMeant>().By(sought, db, default)).Select(g => g.Id)];
    }
}
