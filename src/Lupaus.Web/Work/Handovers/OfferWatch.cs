using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Work.Handovers;

/// <summary>Looks every fifteen seconds whether an offer is over, as long as the program runs.</summary>
public sealed class OfferWatch(EndOffers offers, TimeProvider clock, ILogger<OfferWatch> log) : Watch(TimeSpan.FromSeconds(15), clock, log)
{
    protected override Task Look(CancellationToken stop) => offers.Look(stop);
}
