using Lupaus.Web.Order.Upkeep;
using Lupaus.Web.Tests.Ground.Foundations;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Order.Upkeep;

public sealed class NightlyBackupTests
{
    private static readonly DateTimeOffset TuesdayNight = new(2026, 11, 24, 2, 31, 0, TimeSpan.FromHours(2));

    [Theory, OnBothDatabases]
    public async Task Each_night_one_backup_is_taken_however_many_look(string on)
    {
        await using var house = await House.On(on);
        var nightly = house.Get<NightlyBackup>();
        (await nightly.Look(default)).ShouldBeFalse();

        house.Clock.Becomes(TuesdayNight);
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => nightly.Look(default)));

        taken.Count(t => t).ShouldBe(1);
        var latest = (await house.Get<LatestBackups>().Now(default)).Latest.ShouldHaveSingleItem();
        (latest.Trouble, latest.At, Path.GetFileName(latest.File)).ShouldBe((null, TuesdayNight, "lupaus-2026-11-24.db"));
        new FileInfo(latest.File).Length.ShouldBe(latest.Bytes);
    }

    [Fact]
    public async Task A_machine_that_was_off_at_night_takes_its_backup_in_the_morning()
    {
        await using var house = await House.Open();
        await house.Get<NightlyBackup>().Look(default);

        house.Clock.Becomes(TuesdayNight.AddHours(6));

        (await house.Get<NightlyBackup>().Look(default)).ShouldBeTrue();
        (await house.Get<NightlyBackup>().Look(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Why_a_backup_could_not_be_taken_is_on_record_and_it_is_tried_again()
    {
        var inTheWay = Path.GetTempFileName();
        await using var house = await House.Open(also: b => b.Configuration.AddInMemoryCollection([new("Lupaus:Backups", Path.Combine(inTheWay, "backups"))]));
        await house.Get<NightlyBackup>().Look(default);

        house.Clock.Becomes(TuesdayNight);
        await house.Get<NightlyBackup>().Look(default);
        var atOnce = await house.Get<NightlyBackup>().Look(default);
        File.Delete(inTheWay);
        house.Clock.Passes(TimeSpan.FromHours(1.1));
        await house.Get<NightlyBackup>().Look(default);
        Directory.Delete(inTheWay, recursive: true);

        atOnce.ShouldBeFalse();
        var now = await house.Get<LatestBackups>().Now(default);
        now.Latest.Select(b => b.Trouble is null).ShouldBe([true, false]);
        now.LastGood!.At.ShouldBe(TuesdayNight.AddHours(1.1));
    }

    [Fact]
    public async Task A_week_of_days_and_a_month_of_weeks_are_kept_and_other_files_left_alone()
    {
        await using var house = await House.Open();
        var nightly = house.Get<NightlyBackup>();
        await nightly.Look(default);
        var folder = house.Get<Settings>().BackupFolder!;
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "lupaus-own.db"), "mine");

        for (var night = 0; night < 31; night++)
        {
            house.Clock.Becomes(TuesdayNight.AddDays(night));
            await nightly.Look(default);
        }

        Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!).Order().ShouldBe(
            ["lupaus-2026-12-06.db", "lupaus-2026-12-13.db", .. Enumerable.Range(18, 7).Select(d => $"lupaus-2026-12-{d}.db"), "lupaus-own.db"]);
    }
}
