using Lupaus.Ground.People;

namespace Lupaus.Tests.Ground.People;

public class CardTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly AgentId Aino = new(11);

    [Fact]
    public void Mail_goes_to_the_address_they_prefer_and_not_to_one_that_does_not_work()
    {
        var maria = Maria();
        maria.Add(new Contact(maria.Id, EmailAddress.Parse("maria@tyo.example")), Aino, Now);
        maria.Email.ShouldBe("maria@example.com");

        maria.Prefer(ContactKind.Email, "maria@tyo.example", Aino, Now);
        maria.Email.ShouldBe("maria@tyo.example");

        maria.Mark(ContactKind.Email, "maria@tyo.example", dead: true, Aino, Now);
        maria.Email.ShouldBe("maria@example.com");
    }

    [Fact]
    public void Where_nothing_works_we_try_rather_than_say_nothing()
    {
        var maria = Maria();

        maria.Mark(ContactKind.Email, "maria@example.com", dead: true, Aino, Now);

        maria.Email.ShouldBe("maria@example.com");
    }

    [Fact]
    public void The_last_way_to_reach_somebody_stays()
    {
        var maria = Maria();

        Should.Throw<RuleBroken>(() => maria.Remove(ContactKind.Email, "maria@example.com", Aino, Now)).Refusal.Key.ShouldBe("person.lastcontact");
    }

    [Fact]
    public void Facts_of_a_card_carry_no_personal_text()
    {
        var maria = Maria();

        maria.Describe("Maria Lampi", LanguageCode.Sv, null, "Pitää junista.", Aino, Now);
        maria.NoteField("Asiakasnumero", "12345", Aino, Now);
        maria.Gives("Lähettää kuitin", Now.AddDays(2), null, Aino, Now);

        var facts = string.Join('\n', maria.TakeHappenings().Select(h => h.What));
        facts.ShouldNotContain("Lampi");
        facts.ShouldNotContain("12345");
        facts.ShouldNotContain("kuitin");
    }

    [Fact]
    public void Two_rows_of_one_human_become_one_and_are_parted_again_without_loss()
    {
        var (maria, other) = (Maria(), Person.Meet("M. Meri", null, PhoneNumber.Parse("040 123 4567"), LanguageCode.Fi, Now));

        var merge = maria.TakeIn(other, [new TicketId(7)], Aino, Now);

        (maria.Contacts.Count, other.Contacts.Count, other.MergedIntoId).ShouldBe((2, 0, maria.Id));
        merge.Matters.ShouldHaveSingleItem().TicketId.ShouldBe(new TicketId(7));
        maria.WhyNotTakeIn(other)!.Key.ShouldBe("people.already");
        maria.WhyNotTakeIn(maria)!.Key.ShouldBe("person.self");

        other.PartFrom(maria, merge, Aino, Now);

        (maria.Contacts.Count, other.Phone, other.MergedIntoId).ShouldBe((1, "+358401234567", null));
        Should.Throw<RuleBroken>(() => other.PartFrom(maria, merge, Aino, Now)).Refusal.Key.ShouldBe("people.not");
    }

    [Fact]
    public void A_field_has_a_limit_and_an_empty_value_takes_it_away()
    {
        var maria = Maria();
        maria.NoteField("Koira", "Musti", Aino, Now);

        maria.NoteField("koira", "", Aino, Now);

        maria.Fields.ShouldBeEmpty();
        maria.WhyNotNoteField(new string('x', OwnField.MaxName + 1), "x")!.Key.ShouldBe("person.field.name");
        maria.WhyNotNoteField("x", new string('x', OwnField.MaxValue + 1))!.Key.ShouldBe("person.field.value");
    }

    private static Person Maria() => Person.Meet("Maria Meri", EmailAddress.Parse("maria@example.com"), null, LanguageCode.Fi, Now);
}
