using System.Net.ServerSentEvents;

namespace Lupaus.Web.Tests.Work.Live;

/// <summary>The line to an open desk, as a browser holds it.</summary>
internal sealed class Line : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage answer;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    private Line(HttpResponseMessage answer, Stream stream) =>
        (this.answer, events) = (answer, SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator());

    public static async Task<Line> Open(HttpClient browser, string path = "/live")
    {
        var answer = await browser.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var line = new Line(answer, await answer.Content.ReadAsStreamAsync());
        await line.Next();
        return line;
    }

    /// <summary>The events up to and with the first of this kind; fails when it doesn't come.</summary>
    public async Task<IReadOnlyList<SseItem<string>>> Until(string kind, string? says = null)
    {
        var heard = new List<SseItem<string>>();
        do
            heard.Add(await Next());
        while (heard[^1].EventType != kind || (says is not null && heard[^1].Data != says));
        return heard;
    }

    private async Task<SseItem<string>> Next()
    {
        (await events.MoveNextAsync().AsTask().WaitAsync(Patience)).ShouldBeTrue("the line ended");
        return events.Current;
    }

    /// <summary>Until it ends; fails when it goes on.</summary>
    public async Task Ends()
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(Patience))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        await Task.CompletedTask;
    }
}
