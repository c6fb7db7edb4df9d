using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Core.Tickets;

public class StoringTicketsTests
{
    [Theory, OnBothDatabases]
    public async Task What_was_decided_comes_back_as_it_was(string on)
    {
        await using var database = await TestDatabase.On(on);
        var deadline = Given.Wednesday.AddMilliseconds(123);

        var id = await database.AnOpenTicket(deadline: deadline);

        var ticket = await database.Read(id);
        ticket.Promise.ShouldBe(new Promise(1, PromiseKind.Answer, Given.TwoOClock, Given.Monday, database.Company.Aino, ticket.Messages[1].Id));
        ticket.Deadline.ShouldBe(deadline);
        ticket.Messages.Select(m => m.Body).ShouldBe(["En löydä lippuani.", "Saimme viestisi."]);
    }
}
