using FsCheck.Fluent;
using Lupaus.Mail.Imap;

namespace Lupaus.Mail.Tests.Imap;

public sealed class UidSetTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("7", "7")]
    [InlineData("3,1,2,9,9,0", "1:3,9")]
    [InlineData("4294967295,4294967294,1", "1,4294967294:4294967295")]
    public void Uids_are_written_as_ranges(string uids, string written) =>
        UidSet.Of(uids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(uint.Parse)).ToString().ShouldBe(written);

    [Theory]
    [InlineData("0")]
    [InlineData("1:")]
    [InlineData("5:3")]
    [InlineData("5,3")]
    [InlineData("1:*")]
    [InlineData("4294967296")]
    [InlineData("1:2:3")]
    public void What_is_no_set_is_not_read(string text) => UidSet.Parse(text).ShouldBeNull();

    [Fact]
    public void However_it_was_made_it_holds_what_was_put_in()
    {
        var uids = Gen.ArrayOf(Gen.Choose(1, 40).Select(n => (uint)n));

        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(uids.ToArbitrary(), put =>
        {
            var atOnce = UidSet.Of(put);
            var oneByOne = put.Aggregate(UidSet.Empty, (set, uid) => set.With(uid));
            return atOnce.Equals(oneByOne) && atOnce.Equals(UidSet.Parse(atOnce.ToString())) &&
                Enumerable.Range(1, 41).All(n => atOnce.Contains((uint)n) == put.Contains((uint)n) && atOnce.From(20).Contains((uint)n) == (n >= 20 && put.Contains((uint)n)));
        }));
    }
}
