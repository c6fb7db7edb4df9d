using FsCheck.Fluent;
using Lupaus.Mail.Imap;

namespace Lupaus.Mail.Tests.Imap;

public sealed class FolderProgressTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_there_before_we_began_is_not_taken()
    {
        var progress = FolderProgress.FromNowOn(Folder(7, next: 100), Now);

        progress.Query.ShouldBe(new ImapQuery { FromUid = 100, Undeleted = true });
        progress.ToTake([99, 101, 100, 101]).ShouldBe([100, 101]);
    }

    [Fact]
    public void Broken_off_amid_a_round_the_rest_is_taken_the_next_time()
    {
        var progress = FolderProgress.FromTheBeginning(Folder(7)).Took(3).Took(4).Took(9);

        var again = FolderProgress.Read(progress.Written)!.Reopened(Folder(7, next: 20));

        again.ToTake([3, 4, 6, 9, 10]).ShouldBe([6, 10]);
        again.Took(6).Finished([3, 4, 6, 9, 10]).ShouldSatisfyAllConditions(
            p => p.Next.ShouldBe(10u),
            p => p.Taken.IsEmpty.ShouldBeTrue());
    }

    [Fact]
    public void A_finished_round_needs_no_remembering()
    {
        var progress = FolderProgress.FromTheBeginning(Folder(7)).Took(3).Took(9).Finished([3, 9]);

        (progress.Next, progress.Taken.IsEmpty).ShouldBe((10u, true));
        progress.Finished([]).ShouldBe(progress);
    }

    [Theory]
    [InlineData(8, 500)]
    [InlineData(7, 50)]
    public void When_UIDs_are_given_anew_all_is_looked_through_and_recognised_by_its_content(uint validity, uint next)
    {
        var progress = FolderProgress.FromNowOn(Folder(7, next: 100), Now).Took(100).Finished([100]);

        var anew = progress.Reopened(Folder(validity, next));

        anew.Query.ShouldBe(new ImapQuery { FromUid = 1, Undeleted = true, Since = new DateOnly(2026, 3, 1) });
        anew.MayBeKnown(next - 1).ShouldBeTrue();
        anew.MayBeKnown(next).ShouldBeFalse();
        anew.Wants(Message(1, Now.AddDays(-1))).ShouldBeFalse();
        anew.Wants(Message(2, Now.AddMinutes(1))).ShouldBeTrue();
        anew.Wants(Message(3, null)).ShouldBeTrue();
        anew.Wants(Message(next, Now.AddDays(-1))).ShouldBeTrue();
    }

    [Fact]
    public void A_server_that_does_not_tell_its_next_UID_is_read_by_arrival()
    {
        var progress = FolderProgress.FromNowOn(Folder(7), Now);

        progress.Query.Since.ShouldBe(new DateOnly(2026, 3, 1));
        progress.Wants(Message(5, Now.AddHours(-2))).ShouldBeFalse();
        progress.Wants(Message(5, Now.AddMinutes(-59))).ShouldBeTrue();
        progress.Reopened(Folder(7)).ShouldBe(progress);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7 1 0 -1")]
    [InlineData("7 1 0 x ")]
    [InlineData("7 1 0 9223372036854775807 ")]
    [InlineData("-7 1 0 -1 ")]
    [InlineData("7 1 0 -1 5,3")]
    public void What_was_not_written_by_it_is_not_read(string text) => FolderProgress.Read(text).ShouldBeNull();

    [Fact]
    public void The_last_UID_of_all_is_taken_once()
    {
        var progress = FolderProgress.FromTheBeginning(Folder(7)).Took(uint.MaxValue).Finished([uint.MaxValue]);

        progress.ToTake([uint.MaxValue]).ShouldBeEmpty();
    }

    [Fact]
    public void Whenever_it_breaks_off_each_message_is_taken_once()
    {
        var steps = Gen.ArrayOf(Gen.Choose(0, 3));

        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(steps.ToArbitrary(), breaks =>
        {
            var (folder, taken, written) = (new List<uint>(), new List<uint>(), FolderProgress.FromTheBeginning(Folder(1)).Written);
            foreach (var often in breaks.Append(int.MaxValue))
            {
                folder.Add((uint)(folder.Count * 3 + 1));
                folder.Add((uint)(folder.Count * 3 + 2));
                var progress = FolderProgress.Read(written)!;
                var found = folder.Where(uid => uid >= progress.Query.FromUid).ToList();
                foreach (var uid in progress.ToTake(found).Take(often))
                {
                    taken.Add(uid);
                    progress = progress.Took(uid);
                    written = progress.Written;
                }
                if (often > 2)
                    written = progress.Finished(found).Written;
            }
            return taken.Order().SequenceEqual(folder.Order());
        }));
    }

    private static OpenFolder Folder(uint validity, uint? next = null) => new("INBOX", validity, next, 0);

    private static MessageSummary Message(uint uid, DateTimeOffset? arrived) => new(uid, 1, arrived, []);
}
