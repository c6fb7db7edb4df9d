using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Work.Replies;

public class HeldReplyTests
{
    private static readonly Reply Answer = new("Hei Aino, juna lähtee raiteelta 5.", new WhatNext.Solves());

    [Fact]
    public async Task A_reply_leaves_when_its_moment_is_over_and_counts_from_the_press_of_send()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        house.Clock.Becomes(ticket.Promise!.Due.AddSeconds(-3));
        var sentAt = house.Clock.Now();

        await Sends(house, ticket, house.Antti);
        house.Clock.Becomes(sentAt.AddSeconds(9));
        await house.Get<HeldLeave>().Now(default);
        await house.Get<KeepWatch>().Look(default);
        (await house.Look(db => db.Messages.AnyAsync(m => m.Body == Answer.Body))).ShouldBeFalse();
        house.Clock.Becomes(sentAt.AddSeconds(10));
        await house.Get<HeldLeave>().Now(default);

        var end = await house.Look(db => db.PromiseEnds.SingleAsync(e => e.TicketId == ticket.Id));
        (end.How, end.At).ShouldBe((HowItEnded.Kept, sentAt));
        (await house.Look(db => db.Tickets.SingleAsync(t => t.Id == ticket.Id))).IsOpen.ShouldBeFalse();
        (await house.Look(db => db.HeldReplies.CountAsync())).ShouldBe(0);
        (await house.Look(db => db.Outbox.CountAsync(o => o.TicketId == ticket.Id && o.State == Dispatch.Waiting && !o.IsReceipt))).ShouldBeGreaterThan(0);
        await IsWhole(house);
    }

    [Fact]
    public async Task Taken_back_in_time_nothing_left_and_words_and_files_are_the_draft_again()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        await Sends(house, ticket, house.Antti, new Upload("lippu.png", [1, 2, 3]));

        await house.Get<TakeBackReply>().For(ticket.Id, house.Antti, default);
        house.Clock.Becomes(house.Clock.Now().AddMinutes(1));
        await house.Get<HeldLeave>().Now(default);

        (await house.Look(db => db.Messages.AnyAsync(m => m.Body == Answer.Body))).ShouldBeFalse();
        var unsent = await house.Look(db => db.Unsent.SingleAsync());
        (unsent.Reply, unsent.CameBack).ShouldBe(("?body=Hei", null));
        (await house.Look(db => db.UnsentFiles.SingleAsync())).Name.ShouldBe("lippu.png");
        (await house.Look(db => db.Tickets.SingleAsync(t => t.Id == ticket.Id))).Promise!.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Too_late_to_take_back_is_said_and_a_colleague_cannot_take_back_at_all()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        await Sends(house, ticket, house.Antti);

        var byMaija = () => house.Get<TakeBackReply>().For(ticket.Id, house.Maija, default);
        (await byMaija.ShouldThrowAsync<RuleBroken>()).Refusal.Key.ShouldBe("reply.others");
        house.Clock.Becomes(house.Clock.Now().AddSeconds(11));
        await house.Get<HeldLeave>().Now(default);

        var late = () => house.Get<TakeBackReply>().For(ticket.Id, house.Antti, default);
        (await late.ShouldThrowAsync<RuleBroken>()).Refusal.Key.ShouldBe("reply.gone");
    }

    [Fact]
    public async Task When_the_customer_writes_in_that_moment_the_reply_comes_back_and_the_promise_lives_on()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        await Sends(house, ticket, house.Antti, seen: ticket.NewestFromCustomer);
        house.Clock.Becomes(house.Clock.Now().AddSeconds(4));
        await house.CustomerWrites(ticket.Id, "Äh, muutin mieleni, mennäänkin bussilla.");

        house.Clock.Becomes(house.Clock.Now().AddSeconds(10));
        await house.Get<HeldLeave>().Now(default);

        var unsent = await house.Look(db => db.Unsent.SingleAsync());
        (unsent.Reply, unsent.CameBack).ShouldBe(("?body=Hei", "ticket.newer"));
        var page = await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}");
        page.ShouldContain("Vastauksesi ei lähtenyt");
        (await house.Look(db => db.Tickets.SingleAsync(t => t.Id == ticket.Id))).IsOpen.ShouldBeTrue();
        await IsWhole(house);
    }

    [Fact]
    public async Task A_second_reply_lets_the_first_go_and_waits_for_its_own_moment()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        await house.Get<HoldReply>().For(ticket.Id, new Reply("Katson heti.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(2))), "?body=Katson", [], [], house.Antti, house.Nonce(), default);

        await house.Get<HoldReply>().For(ticket.Id, new Reply("Löytyi!", new WhatNext.Solves()), "?body=Löytyi", [], [], house.Maija, house.Nonce(), default);

        (await house.Look(db => db.Messages.AnyAsync(m => m.Body == "Katson heti."))).ShouldBeTrue();
        (await house.Look(db => db.HeldReplies.SingleAsync())).AgentId.ShouldBe(house.Maija);
        await IsWhole(house);
    }

    [Fact]
    public async Task A_reply_that_leaves_at_once_lets_the_held_one_go_first_though_both_end_a_promise()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        var ownSource = house.Nonce();
        await house.Get<HoldReply>().For(ticket.Id, new Reply("Katson heti.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(2))), "?body=Katson", [], [], house.Antti, house.Nonce(), default);

        await house.Get<SendReply>().For(ticket.Id, new Reply("Löytyi!", new WhatNext.Solves()), [], house.Maija, ownSource, default);
        await house.Get<SendReply>().For(ticket.Id, new Reply("Löytyi!", new WhatNext.Solves()), [], house.Maija, ownSource, default);

        (await house.Look(db => db.Messages.Where(m => m.TicketId == ticket.Id && m.Direction == Direction.ToCustomer).OrderBy(m => m.Id).Select(m => m.Body).ToListAsync())).TakeLast(2).ShouldBe(["Katson heti.", "Löytyi!"]);
        (await house.Look(db => db.PromiseEnds.CountAsync(e => e.TicketId == ticket.Id))).ShouldBe(2);
        (await house.Look(db => db.HeldReplies.CountAsync())).ShouldBe(0);
        await IsWhole(house);
    }

    [Fact]
    public async Task A_reply_that_may_not_go_leaves_the_held_one_where_it_is()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        await Sends(house, ticket, house.Antti);

        var refused = () => house.Get<SendReply>().For(ticket.Id, new Reply(" ", new WhatNext.Solves()), [], house.Maija, house.Nonce(), default);

        (await refused.ShouldThrowAsync<RuleBroken>()).Refusal.Key.ShouldBe("message.empty");
        (await house.Look(db => db.HeldReplies.SingleAsync())).AgentId.ShouldBe(house.Antti);
    }

    [Fact]
    public async Task What_was_held_when_the_program_stopped_leaves_when_it_starts_and_breaks_nothing()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        var due = ticket.Promise!.Due;
        house.Clock.Becomes(due.AddSeconds(-2));
        await Sends(house, ticket, house.Antti);
        house.Clock.Becomes(due.AddHours(3));

        await house.Get<KeepWatch>().Look(default);
        await house.Get<HeldLeave>().Now(default);

        (await house.Look(db => db.PromiseEnds.SingleAsync(e => e.TicketId == ticket.Id))).How.ShouldBe(HowItEnded.Kept);
    }

    [Fact]
    public async Task A_double_press_holds_one_reply()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        var nonce = house.Nonce();

        await house.Get<HoldReply>().For(ticket.Id, Answer, "", [], [], house.Antti, nonce, default);
        await house.Get<HoldReply>().For(ticket.Id, Answer, "", [], [], house.Antti, nonce, default);
        house.Clock.Becomes(house.Clock.Now().AddSeconds(11));
        await house.Get<HeldLeave>().Now(default);

        (await house.Look(db => db.Messages.CountAsync(m => m.Body == Answer.Body))).ShouldBe(1);
    }

    [Fact]
    public async Task The_page_says_that_it_leaves_and_offers_to_undo()
    {
        await using var house = await Opens();
        var ticket = await house.Matter(house.Antti);
        await Sends(house, ticket, house.Antti);

        var page = await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}");

        page.ShouldContain($"/desk/{ticket.Reference}/undo");
        page.ShouldContain("Hei Aino, juna lähtee raiteelta 5.");
        (await house.BrowserOf(house.Maija).Page($"/desk/{ticket.Reference}")).ShouldNotContain($"/desk/{ticket.Reference}/undo");
    }

    private static Task<House> Opens() => House.Open(also: b => b.Configuration.AddInMemoryCollection([new("Lupaus:UndoSeconds", "10")]));

    private static Task Sends(House house, Ticket ticket, AgentId by, params Upload[] files) => Sends(house, ticket, by, null, files);

    private static Task Sends(House house, Ticket ticket, AgentId by, MessageId? seen, params Upload[] files) =>
        house.Get<HoldReply>().For(ticket.Id, Answer with { Seen = seen }, "?body=Hei", files, [], by, house.Nonce(), default);

    private static async Task IsWhole(House house) => (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
}
