using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Storage.Ground.Foundations;

/// <summary>
/// Acts on a fact in the same transaction. It may change tracked things and query (seeing the state before the save);
/// it never saves, sends or asks the time.
/// </summary>
public interface IListener<in TFact> where TFact : Fact
{
    Task Hear(TFact fact, Happening happening, LupausDb db, CancellationToken stop);
}

/// <summary>
/// Sees all that a change has caused, with the ids of its facts, just before it is stored. It may add rows of its own for
/// others to find, and causes no facts.
/// </summary>
public interface IWitness
{
    ValueTask See(IReadOnlyList<NewsItem> happened, LupausDb db, CancellationToken stop);
}

/// <summary>Who listens to which fact, and who sees them all.</summary>
public sealed class Listeners(IEnumerable<Listening> all, IEnumerable<IWitness> witnesses)
{
    private readonly IWitness[] witnesses = [.. witnesses];

    private readonly FrozenDictionary<Type, Listening[]> byFact = all.GroupBy(l => l.Fact).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    public async Task Hear(Happening happening, LupausDb db, CancellationToken stop)
    {
        foreach (var listening in byFact.GetValueOrDefault(happening.What.GetType()) ?? [])
            await listening.Hear(happening, db, stop);
    }

    public async ValueTask See(IReadOnlyList<NewsItem> happened, LupausDb db, CancellationToken stop)
    {
        if (happened.Count == 0)
            return;
        foreach (var witness in witnesses)
            await witness.See(happened, db, stop);
    }
}

public sealed record Listening(Type Fact, Func<Happening, LupausDb, CancellationToken, Task> Hear);

public static class ListeningServices
{
    public static IServiceCollection AddListener<TFact, TListener>(this IServiceCollection services)
        where TFact : Fact
        where TListener : class, IListener<TFact> =>
        services
            .AddSingleton<TListener>()
            .AddSingleton(s => new Listening(typeof(TFact), (happening, db, stop) =>
                s.GetRequiredService<TListener>().Hear((TFact)happening.What, happening, db, stop)));
}
