using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Work.Lateness;

/// <summary>Looks at the promises every 15 seconds, as long as the program runs.</summary>
public sealed class PromiseWatch(KeepWatch watch, TimeProvider clock, ILogger<PromiseWatch> log) : Watch(TimeSpan.FromSeconds(15), clock, log)
{
    protected override Task Look(CancellationToken stop) => watch.Look(stop);
}
