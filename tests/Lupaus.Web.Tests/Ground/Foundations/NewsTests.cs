using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Ground.Foundations;

public class NewsTests
{
    [Theory, OnBothDatabases]
    public async Task What_has_been_stored_is_told_once_and_what_failed_is_not_told(string on)
    {
        var news = new News();
        var heard = new List<NewsItem>();
        await using var database = await TestDatabase.On(on, services => services.AddSingleton(news));
        var id = await database.AnOpenTicket();
        news.Follow(heard.AddRange);

        await database.Change(id, t => t.Note("Soitin VR:lle.", database.Company.Aino, Given.Monday));
        await Should.ThrowAsync<RuleBroken>(() => database.Change(id, t => t.Note("", database.Company.Aino, Given.Monday)));

        heard.ShouldHaveSingleItem().Matter.ShouldBe(id);
        heard[0].Happening.What.ShouldBeOfType<NoteWritten>();
    }

    [Fact]
    public void Who_follows_one_kind_hears_of_that_kind_only()
    {
        var news = new News();
        var heard = 0;
        news.Follow<GoalSet>(() => heard++);

        news.Tell([Item(new DeadlineCleared())]);
        news.Tell([Item(new GoalSet()), Item(new GoalSet())]);

        heard.ShouldBe(1);
    }

    private static NewsItem Item(Fact fact) => new(Ids.Next(Given.Monday), null, new Happening(fact, Actor.Lupaus, Given.Monday));
}
