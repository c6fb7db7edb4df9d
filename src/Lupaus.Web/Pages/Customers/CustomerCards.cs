using System.Globalization;
using Lupaus.Ground.People;
using Lupaus.Web.Ground.Calendar;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.People;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Merging;

namespace Lupaus.Web.Pages.Customers;

/// <summary>The people we serve, each on a card of their own; what is written there is written here.</summary>
public static class CustomerCards
{
    public static IServiceCollection AddCustomerCards(this IServiceCollection services) => services.AddSingleton<ChangePerson>().AddSingleton<ReadCard>();

    public static void MapCustomerCards(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/desk/people/{id:long}").RequireAuthorization(SignedIn.Agents);
        people.MapGet("", (long id, long? before, string? saved, HttpContext context, ReadCard read, Colleagues colleagues, CancellationToken stop) => Show(new PersonId(id), before, saved, null, read, colleagues, stop));
        people.MapPost("/about", ([AsParameters] CardPost post, ChangePerson change) => post.Try("about", source => change.Describe(post.Person,
            new PersonDescription(post["name"], LanguageCodes.Read(post["language"]) ?? LanguageCode.Fi, post["organisation"], post["notes"]), post.Me, source, post.Stop)));
        people.MapPost("/contacts", ([AsParameters] CardPost post, ChangePerson change) => post.Try("contacts", source => change.AddContact(post.Person, post["contact"], post.Me, source, post.Stop)));
        people.MapPost("/contacts/change", ([AsParameters] CardPost post, ChangePerson change) => post.Change("contacts", change, ChangeContact(post)));
        people.MapPost("/fields", ([AsParameters] CardPost post, ChangePerson change) => post.Change("fields", change, (person, now) => person.NoteField(post["field"], post["value"], post.Me, now)));
        people.MapPost("/words", GiveWord);
        people.MapPost("/words/{word:long}", ([AsParameters] CardPost post, long word, ChangePerson change) => post.Try("words", _ =>
            change.Settle(post.Person, GivenWordId.From(word), post["how"] == "lapsed" ? HowWordEnded.Lapsed : HowWordEnded.Done, post.Me, post.Stop)));
        people.MapPost("/merge", ([AsParameters] CardPost post, MergePeople merge) => post.Try("same", async source =>
            await merge.For(await post.Read.WhoHas(post["other"], post.Stop) ?? throw new RuleBroken(Refusal.Because("person.unknown")), post.Person, post.Me, source, post.Stop)));
        people.MapPost("/part/{other:long}", ([AsParameters] CardPost post, long other, PartPeople part) => post.Try("same", source => part.For(new PersonId(other), post.Me, source, post.Stop)));

        routes.MapGet("/desk/organisations/{id:long}", async (long id, ReadCard read, CancellationToken stop) =>
            await read.Of(OrganisationId.From(id), stop) is { } card ? PageResults.Page<OrganisationPage>(new { Card = card }) : Results.NotFound()).RequireAuthorization(SignedIn.Agents);
    }

    internal static async Task<IResult> Show(PersonId id, long? before, string? saved, CardDraft? draft, ReadCard read, Colleagues colleagues, CancellationToken stop)
    {
        if (await read.Of(id, before, stop) is not { } card)
            return Results.NotFound();
        if (card.Person.MergedIntoId is not null && await read.WhoIsNow(id, stop) is { } now)
            return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/desk/people/{now.Value}"));
        return PageResults.Page<CardPage>(new { Card = card, Colleagues = await colleagues.Now(stop), Saved = saved, Draft = draft, IsFirst = before is null },
            draft is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> GiveWord([AsParameters] CardPost post, ChangePerson change, OurCompany ourCompany)
    {
        var company = await ourCompany.Now(post.Stop);
        return await post.Change("words", change, (person, now) =>
        {
            var due = new WishedTime(post["word-day"], post["word-time"]).Read(company.Topics.Count > 0 ? company.HoursOf(company.Topics[0].Id) : throw new RuleBroken(Refusal.Because("word.past")), now);
            person.Gives(post["what"], due ?? throw new RuleBroken(Refusal.Because("deadline.shape")), null, post.Me, now);
        });
    }

    private static Action<Person, DateTimeOffset> ChangeContact(CardPost post)
    {
        var kind = post["value"].Contains('@') ? ContactKind.Email : ContactKind.Phone;
        var value = post["value"];
        return post["do"] switch
        {
            "remove" => (person, now) => person.Remove(kind, value, post.Me, now),
            "dead" => (person, now) => person.Mark(kind, value, dead: true, post.Me, now),
            "alive" => (person, now) => person.Mark(kind, value, dead: false, post.Me, now),
            _ => (person, now) => person.Prefer(kind, value, post.Me, now),
        };
    }
}

/// <summary>What was typed into one part of the card, and why it could not be done.</summary>
public sealed record CardDraft(string Part, IFormCollection Typed, Refusal Refusal);

/// <summary>A form of the card, sent.</summary>
public sealed record CardPost(HttpContext Context, long Id, IFormCollection Form, ReadCard Read, Colleagues Colleagues, CancellationToken Stop)
{
    public PersonId Person => new(Id);

    public AgentId Me => Context.User.AgentId();

    public string this[string field] => Form[field].ToString();

    public Task<IResult> Change(string part, ChangePerson change, Action<Person, DateTimeOffset> does) => Try(part, source => change.For(Person, source, does, Stop));

    public async Task<IResult> Try(string part, Func<Source, Task> act)
    {
        try
        {
            await act(Source.Of("card", this["nonce"]));
            return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/desk/people/{Id}?saved={part}#{part}"));
        }
        catch (RuleBroken broken)
        {
            return await CustomerCards.Show(Person, null, null, new CardDraft(part, Form, broken.Refusal), Read, Colleagues, Stop);
        }
    }
}
