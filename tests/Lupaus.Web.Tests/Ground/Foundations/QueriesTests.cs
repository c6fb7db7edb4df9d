using System.Linq.Expressions;
using System.Reflection;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Lateness;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;

namespace Lupaus.Web.Tests.Ground.Foundations;

/// <summary>Translations are kept for the whole process: while others ask too, nobody could tell whose are whose.</summary>
[CollectionDefinition(nameof(QueriesTests), DisableParallelization = true)]
public sealed class NobodyElseAsks;

[Collection(nameof(QueriesTests))]
public sealed class QueriesTests
{
    /// <summary>A question that holds on to something of the moment is translated anew each time it is asked, and kept each time.</summary>
    [Fact]
    public async Task What_has_been_asked_once_is_never_translated_again()
    {
        await Asks();
        var once = await Asks();

        var twice = await Asks();

        twice.Except(once).Select(Question).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_house_that_everybody_has_left_is_let_go()
    {
        var left = new List<WeakReference>();
        for (var i = 0; i < 4; i++)
            left.Add(await Left());

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        left.Count(house => house.IsAlive).ShouldBeLessThan(2); // the last one may still be on its way out
    }

    private static async Task<WeakReference> Left()
    {
        await using var house = await House.Open();
        await house.BrowserOf(house.Antti).GetStringAsync("/desk");
        return new WeakReference(house.App.Services);
    }

    /// <summary>The expression that EF keeps a translation of; its key has it inside.</summary>
    private static string Question(object key)
    {
        for (var inner = key; ;)
        {
            var fields = inner.GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Instance);
            if (fields.FirstOrDefault(f => typeof(Expression).IsAssignableFrom(f.FieldType)) is { } query)
                return query.GetValue(inner)!.ToString()!;
            if (fields.FirstOrDefault(f => f.FieldType.Name.EndsWith("CacheKey", StringComparison.Ordinal)) is not { } deeper)
                return inner.ToString()!;
            inner = deeper.GetValue(inner)!;
        }
    }

    private static async Task<IReadOnlyList<object>> Asks()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.Matter(house.Maija, "Bertil Holm", "bertil@example.fi");
        await house.Get<TakeNext>().For(house.Antti, house.Nonce(), default);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(2), "asia hoituu"));
        await house.CustomerWrites(ticket.Id, "Kiitos!");
        foreach (var page in new[] { "/desk", $"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/history", "/desk/open", "/desk/risk", "/desk/common", "/desk/find?q=lippu", "/team", "/me" })
            await house.BrowserOf(house.Antti).GetStringAsync(page);
        foreach (var page in new[] { "/lead", "/lead/tomorrow", "/lead/broken", "/lead/discrepancies", $"/lead/of/{house.Antti.Value}", "/admin/queue" })
            await house.BrowserOf(house.Minna).GetStringAsync(page);
        house.Clock.Passes(TimeSpan.FromHours(6));
        await house.Get<KeepWatch>().Look(default);
        await house.Get<LearnFromAnswers>().Look(default);
        return await house.Look(db => Task.FromResult<IReadOnlyList<object>>([.. ((MemoryCache)db.GetService<IMemoryCache>()).Keys]));
    }
}
