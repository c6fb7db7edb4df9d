using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Work.Handovers;

/// <summary>Looks every minute whether somebody's tickets have to move, as long as the program runs.</summary>
public sealed class AbsenceWatch(MoveTicketsOfTheAbsent tickets, TimeProvider clock, ILogger<AbsenceWatch> log) : Watch(TimeSpan.FromMinutes(1), clock, log)
{
    protected override Task Look(CancellationToken stop) => tickets.Look(stop);
}
