using Lupaus.Work.Views;

namespace Lupaus.Tests.Work.Views;

public class SavedViewTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly (AgentId Aino, AgentId Bertil) We = (new(1), new(2));

    [Fact]
    public void A_shared_view_is_everybodys_to_see_and_its_makers_to_change()
    {
        var view = SavedView.Of("Laskut", new ViewFilter(), isShared: true, We.Aino, Monday);

        view.IsSeenBy(We.Bertil).ShouldBeTrue();
        view.WhyNotChange(We.Bertil)!.Key.ShouldBe("view.others");
        view.WhyNotChange(We.Aino).ShouldBeNull();
    }

    [Fact]
    public void A_view_needs_a_name_and_whose_it_looks_for()
    {
        SavedView.WhyNotSave(" ", new ViewFilter())!.Key.ShouldBe("view.name.missing");
        SavedView.WhyNotSave(new string('a', 41), new ViewFilter())!.Key.ShouldBe("view.name.long");
        SavedView.WhyNotSave("Hänen", new ViewFilter { Whose = WhoseMatter.Ones })!.Key.ShouldBe("view.owner");
        SavedView.WhyNotSave("Sanat", new ViewFilter { Text = new string('a', 101) })!.Key.ShouldBe("view.text");
    }

    [Fact]
    public void What_is_closed_comes_up_never_again_and_goes_by_its_newest_word()
    {
        new ViewFilter { State = OpenOrClosed.Both }.OrderUsed.ShouldBe(ViewOrder.NewestWord);
        new ViewFilter { State = OpenOrClosed.Closed, Order = ViewOrder.OldestWord }.OrderUsed.ShouldBe(ViewOrder.OldestWord);
        new ViewFilter().OrderUsed.ShouldBe(ViewOrder.ComesUp);
    }
}
