using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Care.Feedback;

/// <summary>"Tuliko asia kuntoon?" – yes, thanks. Not yet is a word of the customer's, and is heard as one.</summary>
public sealed class AnswerWhetherSolved(Changes changes, TimeProvider clock)
{
    public Task Yes(TicketId id, CancellationToken stop) =>
        changes.Make(async db => (await db.Tickets.One(id, stop)).ConfirmSolved(clock.Now()), stop);
}
