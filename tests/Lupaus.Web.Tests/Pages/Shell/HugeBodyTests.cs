using System.Net;
using System.Net.Http.Headers;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Tests.Ground.Api;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>A hundred megabytes come through a door: refused, with a page or an answer that says why, and nothing of it is kept.</summary>
public sealed class HugeBodyTests
{
    private const long Size = 100L * 1024 * 1024;

    [Fact]
    public async Task A_hundred_megabytes_are_refused_in_words_at_every_kind_of_door_and_leave_nothing_behind()
    {
        await using var house = await House.Open();
        var world = new World(house);
        await world.Grows(1);
        using var shop = await ApiScene.Keeper(house);
        var before = await Files(house);
        var wrong = new List<string>();
        var all = 0;

        foreach (var (method, route) in Doors(house))
        {
            var path = Addresses.Blank().Replace(route, blank => world.Fills(route, blank.Groups[1].Value));
            all++;
            try
            {
                using var answer = await Send(house, shop, new HttpMethod(method), path);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode != HttpStatusCode.RequestEntityTooLarge || text.Length < 100)
                    wrong.Add($"{method} {path}: {(int)answer.StatusCode}, {text.Length} letters");
            }
            catch (HttpRequestException e)
            {
                wrong.Add($"{method} {path}: {e.Message}");
            }
        }

        all.ShouldBeGreaterThan(10);
        wrong.ShouldBeEmpty();
        (await Files(house)).ShouldBe(before);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    private static async Task<HttpResponseMessage> Send(House house, Caller shop, HttpMethod method, string path)
    {
        const string Api = "/api/v1";
        if (path.StartsWith(Api, StringComparison.Ordinal))
            return await shop.Ask(method, path[Api.Length..], new Zeros(Size), "minna@satama.example", Guid.NewGuid().ToString("N"));
        using var browser = path.StartsWith("/t/", StringComparison.Ordinal) || path == "/" ? house.Browser() : house.BrowserOf(house.Minna);
        return await browser.SendAsync(new HttpRequestMessage(method, path) { Content = new MultipartFormDataContent { { new Zeros(Size), "files", "iso.bin" } } });
    }

    // Every door that takes files, and some of the others: to all 225 of them it takes a minute.
    private static IEnumerable<(string Method, string Route)> Doors(House house) => house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where((e, n) => n % 25 == 0 || e.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null || e.RoutePattern.RawText!.EndsWith("files", StringComparison.Ordinal))
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(m => (m, "/" + e.RoutePattern.RawText!.Trim('/'))))
        .Where(d => d.m is "POST" or "PUT" or "PATCH" or "DELETE").Distinct();

    private static Task<int> Files(House house) => house.Changes.Make(db => db.Files.CountAsync(), default);

    private sealed class Zeros : HttpContent
    {
        private static readonly byte[] Chunk = new byte[1 << 20];
        private readonly long length;

        public Zeros(long length)
        {
            this.length = length;
            Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var sent = 0L; sent < length; sent += Chunk.Length)
                await stream.WriteAsync(Chunk);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = this.length;
            return true;
        }
    }
}
