using System.Net;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Order.Upkeep;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Pages.Admin;

public sealed class BackupsRoomTests
{
    [Theory, OnBothDatabases]
    public async Task An_admin_has_a_backup_made_at_once_and_it_is_on_record(string database)
    {
        await using var house = await House.On(database);
        var minna = house.BrowserOf(house.Minna);
        (await minna.Page("/admin/backups")).ShouldContain("Ei vielä yhtään");

        var answer = await minna.Send("/admin/backups", "/admin/backups");

        await Done(house);
        answer.Leads!.ShouldStartWith("/admin/backups?saved=");
        var taken = (await house.Get<LatestBackups>().Now(default)).Latest.ShouldHaveSingleItem();
        (taken.Trouble, Path.GetFileName(taken.File)).ShouldBe((null, "lupaus-by-hand-20261123T080000Z.db"));
        new FileInfo(taken.File).Length.ShouldBe(taken.Bytes);
        (await minna.Page("/admin/backups")).ShouldContain("lupaus-by-hand-20261123T080000Z.db");
        (await minna.Page("/admin/log")).ShouldContain("Minna Salo otti varmuuskopion");
    }

    [Fact]
    public async Task While_one_is_being_made_nobody_begins_another()
    {
        await using var house = await House.Open();
        var minna = house.BrowserOf(house.Minna);
        var page = await minna.Page("/admin/backups");
        await house.Changes.Make(db =>
        {
            var task = new Clockwork(NightlyBackup.Name, house.Clock.Now());
            task.Hold(house.Clock.Now(), NightlyBackup.Patience);
            db.Add(task);
            return Task.CompletedTask;
        }, default);

        var again = () => house.Get<BackUpNow>().By(house.Minna, default);

        (await again.ShouldThrowAsync<RuleBroken>()).Refusal.Key.ShouldBe("backup.busy");
        page.ShouldNotContain("otetaan parhaillaan");
        (await minna.Page("/admin/backups")).ShouldContain("otetaan parhaillaan");
        (await house.Look(db => db.Facts.CountAsync(f => f.Kind == "BackupAsked"))).ShouldBe(0);
    }

    [Fact]
    public async Task A_backup_that_failed_says_why_on_the_page_and_may_be_tried_again()
    {
        var inTheWay = Path.GetTempFileName();
        await using var house = await House.Open(also: b => b.Configuration.AddInMemoryCollection([new("Lupaus:Backups", Path.Combine(inTheWay, "backups"))]));
        var minna = house.BrowserOf(house.Minna);

        await minna.Send("/admin/backups", "/admin/backups");
        await Done(house);
        var page = await minna.Page("/admin/backups");
        File.Delete(inTheWay);
        house.Clock.Passes(TimeSpan.FromMinutes(1));
        await minna.Send("/admin/backups", "/admin/backups");
        await Done(house);

        page.ShouldContain("Viimeisin varmuuskopio epäonnistui");
        page.ShouldContain(Path.GetFileName(inTheWay));
        (await minna.Page("/admin/backups")).ShouldNotContain("Viimeisin varmuuskopio epäonnistui");
        Directory.Delete(inTheWay, recursive: true);
    }

    [Fact]
    public async Task Of_those_that_were_asked_for_the_five_newest_are_kept()
    {
        await using var house = await House.Open();
        for (var i = 0; i < 7; i++)
        {
            await await house.Get<BackUpNow>().By(house.Minna, default);
            house.Clock.Passes(TimeSpan.FromMinutes(1));
        }

        var folder = (await house.Get<LatestBackups>().Now(default)).Folder!;

        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order().ShouldBe(Enumerable.Range(2, 5).Select(i => $"lupaus-by-hand-20261123T080{i}00Z.db"));
    }

    [Fact]
    public async Task Where_backups_are_switched_off_the_page_says_so_and_offers_none()
    {
        await using var house = await House.Open(also: b => b.Configuration.AddInMemoryCollection([new("Lupaus:Backups", "off")]));
        var minna = house.BrowserOf(house.Minna);

        var page = await minna.Page("/admin/backups");

        page.ShouldContain("on kytketty pois");
        page.ShouldNotContain("action=\"/admin/backups\"");
    }

    /// <summary>It goes on behind the page; its end is what lets the next one begin.</summary>
    private static async Task Done(House house)
    {
        while (await house.Look(db => db.Clockwork.AnyAsync(c => c.Name == NightlyBackup.Name && c.ClaimedUntil != null)))
            await Task.Yield();
    }
}
