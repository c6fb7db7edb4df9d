using System.Collections.Concurrent;
using System.Diagnostics;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

public sealed class StatementsTests
{
    private const int Most = 8;

    [Theory, InlineData(1), InlineData(60)]
    public async Task A_page_asks_the_database_at_most_eight_questions_however_long_the_conversation(int messages)
    {
        using var statements = new Statements();
        await using var house = await House.Open();
        var aino = await house.Writes();
        await house.Answers("Selvitän.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(5), "Selvitän, mistä on kyse"));
        for (var i = 0; i < messages; i++)
            await house.Changes.Make(async db => (await db.Tickets.FirstAsync()).CustomerWrites($"Viesti {i}", Channel.Page, Source.Of("test", $"{i}"), null, house.Clock.Now()), default);
        await aino.Opens(aino.Page);

        var before = await statements.In(house);
        await aino.Opens($"{aino.Page}?said=new");
        var asked = await statements.In(house) - before;

        aino.Text.ShouldContain("Selvitän, mistä on kyse");
        asked.ShouldBeInRange(4, Most);
    }

    /// <summary>Counts what Entity Framework sends, as it tells the world itself to whoever listens before it begins.</summary>
    private sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentDictionary<string, int> counts = new();
        private readonly IDisposable listening;

        public Statements() => listening = DiagnosticListener.AllListeners.Subscribe(this);

        public async Task<int> In(House house) =>
            counts.GetValueOrDefault(await house.Look(db => Task.FromResult(db.Database.GetConnectionString()!)));

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData command)
                counts.AddOrUpdate(command.Connection.ConnectionString, 1, (_, count) => count + 1);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => listening.Dispose();
    }
}
