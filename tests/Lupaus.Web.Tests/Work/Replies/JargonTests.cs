using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Replies;

public sealed class JargonTests
{
    [Theory, OnBothDatabases]
    public async Task A_word_of_the_houses_own_is_marked_in_drafts_of_its_language_from_then_on(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var minna = house.BrowserOf(house.Minna);
        (await house.Marked(ticket.Reference, "Tiketti on nyt jonossa, palaan huomenna.")).ShouldBeNull();

        (await minna.Send("/admin/jargon", "/admin/jargon", ("Language", "fi"), ("Term", "Tiketti"), ("Plain", "asia"))).Leads!.ShouldStartWith("/admin/jargon?saved=Tiketti");

        (await minna.Page("/admin/jargon?saved=Tiketti")).ShouldContain("Tiketti on listalla");
        (await house.Marked(ticket.Reference, "Tiketti on nyt jonossa, palaan huomenna.")).ShouldBe(("Tiketti", "Asia", "asia"));
        (await house.Marked(ticket.Reference, "Laitan tikettisi eteenpäin, palaan huomenna.")).ShouldBe(("tikettisi", null, "asia"));
        (await house.Marked(ticket.Reference, "Your tiketti is in the queue, I will be back tomorrow.")).ShouldBeNull();
        (await minna.Page("/admin/log")).ShouldContain("Minna Salo lisäsi oman sanan");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_word_again_has_the_new_plain_word_and_a_dropped_one_is_gone(string database)
    {
        await using var house = await House.On(database);
        var note = house.Get<NoteJargon>();
        await note.For(LanguageCode.Fi, "tiketti", "asia", house.Minna, null, default);
        await note.For(LanguageCode.Fi, "TIKETTI", "pyyntö", house.Minna, null, default);
        await note.For(LanguageCode.Sv, "tiketti", "ärende", house.Minna, null, default);

        var all = await house.Get<OurJargon>().All(default);
        all.Select(t => (t.Language, t.Term, t.Plain)).ShouldBe([(LanguageCode.Fi, "TIKETTI", "pyyntö"), (LanguageCode.Sv, "tiketti", "ärende")]);
        var minna = house.BrowserOf(house.Minna);
        (await minna.Send("/admin/jargon", $"/admin/jargon/{all[0].Id.Value}/drop")).IsDone.ShouldBeTrue();
        await house.Get<DropJargon>().For(all[0].Id, house.Minna, null, default);

        (await house.Get<OurJargon>().All(default)).ShouldHaveSingleItem().Language.ShouldBe(LanguageCode.Sv);
        (await house.Get<OurJargon>().In(LanguageCode.Fi, default)).Jargon.ShouldBeNull();
        (await house.Look(db => db.Facts.CountAsync(f => f.Kind == "JargonDropped"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_place_with_what_was_typed()
    {
        await using var house = await House.Open();

        var answer = await house.BrowserOf(house.Minna).Send("/admin/jargon", "/admin/jargon", ("Language", "sv"), ("Term", "ticket"), ("Plain", "Ticket"));

        answer.Html.ShouldContain("Molemmat ovat sama sana.");
        answer.Html.ShouldContain("value=\"ticket\"");
    }

    [Fact]
    public async Task Only_an_admin_keeps_the_list()
    {
        await using var house = await House.Open();

        (await house.BrowserOf(house.Antti).GetAsync("/admin/jargon")).IsSuccessStatusCode.ShouldBeFalse();
    }
}

internal static class DraftsMarked
{
    /// <summary>What is marked as the house's own word.</summary>
    public static async Task<(string Words, string? Instead, string? Plain)?> Marked(this House house, Reference ticket, string draft) =>
        (await house.Get<ToneOfDraft>().Of(ticket, draft, default))!.Marks.Where(m => m.Rule == "jargon").Select(m => ((string, string?, string?)?)(m.Words, m.Instead, m.PlainWord)).SingleOrDefault();
}
