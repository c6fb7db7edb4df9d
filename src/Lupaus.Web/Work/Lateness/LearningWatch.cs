using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Work.Lateness;

/// <summary>Once a minute: what came of the promises made, so that the next are made better.</summary>
public sealed class LearningWatch(LearnFromAnswers learn, TimeProvider clock, ILogger<LearningWatch> log) : Watch(TimeSpan.FromMinutes(1), clock, log)
{
    protected override Task Look(CancellationToken stop) => learn.Look(stop);
}
