using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Texts;

namespace Lupaus.Web.Work.Reading;

/// <summary>Every word of a customer's, by whichever door it comes, is read for how it seems to feel.</summary>
public sealed class ReadMood(HouseLanguage language) : IListener<MessageReceived>
{
    public Task Hear(MessageReceived fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var (message, ticket) = db.Heard(fact);
        if (ticket.IsOpen)
            ticket.SeemsToFeel(language.MoodOf(message.Body).Mood.Ours(), message.Id, happening.At);
        return Task.CompletedTask;
    }
}
