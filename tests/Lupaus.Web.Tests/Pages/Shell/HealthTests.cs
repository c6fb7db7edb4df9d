namespace Lupaus.Web.Tests.Pages.Shell;

public sealed class HealthTests
{
    [Theory, InlineData("/health/live"), InlineData("/health/ready")]
    public async Task A_house_in_order_says_so(string path)
    {
        await using var house = await House.Open(withCompany: false);
        using var watcher = house.Browser();

        var answer = await watcher.GetAsync(path);

        ((int)answer.StatusCode).ShouldBe(200);
    }
}
