using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Texts;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Work.Reading;

/// <summary>Every word of a customer's, by whichever door it comes, is read for the time by which they need something.</summary>
public sealed class ReadDeadline(OurCompany ourCompany) : IListener<MessageReceived>
{
    public async Task Hear(MessageReceived fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var (message, ticket) = db.Heard(fact);
        // Who has filled in by when needs no second question about the same message.
        if (!ticket.IsOpen || (ticket.ArrivedAt == happening.At && ticket.Deadline is not null))
            return;
        var zone = (await ourCompany.Now(stop)).Zone;
        if (NamedTimes.In(message.Body, happening.At, zone) is not { } found)
            return;
        var guess = new DeadlineGuess(message.Id, found.At.ToUniversalTime().Whole(), found.Until?.ToUniversalTime().Whole(), found.Words.Start, found.Words.Length);
        if (ticket.WhyNotNameTime(guess, happening.At) is null)
            ticket.NameTime(guess, happening.At);
    }
}
