using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Web.Care.Feedback;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>What a customer does on their own page. Whatever can't be taken comes back with the page, as it was typed.</summary>
public sealed class CustomerActions(
    Visit visit, OwnPages pages, ShowCustomer show, HearCustomer hear, ChangeTicket change, AnswerWhetherSolved answer, ChooseLanguage choose,
    EndTakingPart endTakingPart, OurCompany ourCompany, OpenLinks links, LinkAgain linkAgain, Words words)
{
    private const string Page = "page";

    public async Task<IResult> Write(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        var isFilesAlone = posted.HasFiles && posted["message"].Cleaned().Length == 0;
        var draft = CustomerDraft.Of(CustomerDraft.Write, posted,
            ("message", isFilesAlone ? null : Message.WhyNotSay(posted["message"])),
            ("files", Attachment.WhyNotAttach([.. posted.Files.Select(f => f.Length)])));
        if (draft.Slips.Count > 0)
            return await pages.Show(draft, posted.Status, stop);
        var body = isFilesAlone ? await InTheirLanguage("customerpage.filesalone", stop) : posted["message"];
        var word = new CustomerWord(visit.Link.TicketId, body, Channel.Page, posted.Source(Page)) { Files = await posted.Files.Read(stop), By = visit.Link.TakesPart ? visit.Link.PersonId : null };
        return await Hear(word, draft, wasClosed: posted["closed"].Length > 0, stop);
    }

    /// <summary>"Ei vielä". What is still open may be said in words or not: it opens again either way.</summary>
    public async Task<IResult> SayNotYet(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        var isSilent = posted["message"].Cleaned().Length == 0;
        var draft = CustomerDraft.Of(CustomerDraft.NotYet, posted, ("still-open", isSilent ? null : Message.WhyNotSay(posted["message"])));
        if (draft.Slips.Count > 0)
            return await pages.Show(draft, posted.Status, stop);
        var body = isSilent ? await InTheirLanguage("customerpage.notyet.silent", stop) : posted["message"];
        return await Hear(new CustomerWord(visit.Link.TicketId, body, Channel.Page, posted.Source(Page), SaysNotSolved: true), draft, wasClosed: true, stop);
    }

    /// <summary>"Menikö jokin pieleen? Kerro meille."</summary>
    public async Task<IResult> SayItFailed(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        var draft = CustomerDraft.Of(CustomerDraft.Wrong, posted, ("wrong", Message.WhyNotSay(posted["wrong"])));
        if (draft.Slips.Count > 0)
            return await pages.Show(draft, posted.Status, stop);
        return await Hear(new CustomerWord(visit.Link.TicketId, posted["wrong"], Channel.Page, posted.Source(Page), SaysItFailed: true), draft, wasClosed: false, stop);
    }

    public async Task<IResult> SetDeadline(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        var company = await ourCompany.Now(stop);
        var hours = company.HoursOf(await show.TopicOf(visit.Link, stop));
        var wished = new WishedDeadline(posted, hours, visit.Now);
        var draft = CustomerDraft.Of(CustomerDraft.When, posted, ("deadline-day", wished.WhyNot));
        if (draft.Slips.Count > 0)
            return await pages.Show(draft, posted.Status, stop);
        await change.For(visit.Link.TicketId, posted.Source(Page), (ticket, now) => ticket.SetDeadline(wished.At, visit.Link.PersonId, now), stop);
        return new SeeOther(visit.Path + "#deadline");
    }

    /// <summary>Whether the time in their words is one that we must not miss: they know best.</summary>
    public async Task<IResult> SettleDeadline(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        if (posted.WhyNot is not null)
            return await pages.Show(CustomerDraft.Of(CustomerDraft.When, posted), posted.Status, stop);
        await change.For(visit.Link.TicketId, posted.Source(Page), (ticket, now) =>
        {
            if (posted["so"] == "1")
                ticket.ConfirmDeadline(visit.Link.PersonId, now);
            else
                ticket.DeclineDeadline(visit.Link.PersonId, now);
        }, stop);
        return new SeeOther(visit.Path + "#deadline");
    }

    /// <summary>"Näin se on": what we understood is so.</summary>
    public async Task<IResult> SayUnderstood(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        if (posted.WhyNot is not null)
            return await pages.Show(CustomerDraft.Of(CustomerDraft.NotQuite, posted), posted.Status, stop);
        await hear.SayItIsSo(visit.Link.TicketId, Which(posted), visit.Link.PersonId, posted.Source(Page), stop);
        return new SeeOther($"{visit.Path}?said=understood");
    }

    /// <summary>"Ei aivan". What it is instead is a word of theirs like any other.</summary>
    public async Task<IResult> SayNotQuite(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        var draft = CustomerDraft.Of(CustomerDraft.NotQuite, posted, ("not-quite", Message.WhyNotSay(posted["not-quite"])));
        if (draft.Slips.Count > 0)
            return await pages.Show(draft, posted.Status, stop);
        return await Hear(new CustomerWord(visit.Link.TicketId, posted["not-quite"], Channel.Page, posted.Source(Page)) { Doubts = Which(posted) }, draft, wasClosed: false, stop);
    }

    private static MessageId Which(Posted posted) => long.TryParse(posted["which"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? new MessageId(id) : default;

    public async Task<IResult> Withdraw(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        if (posted.WhyNot is not null)
            return await pages.AskWhetherDone(posted.WhyNot, posted.Status, stop);
        await change.For(visit.Link.TicketId, posted.Source(Page), (ticket, now) => ticket.Withdraw(visit.Link.PersonId, now), stop);
        return new SeeOther(visit.Path);
    }

    public async Task<IResult> SaySolved(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        if (posted.WhyNot is not null)
            return await pages.Show(CustomerDraft.Of(CustomerDraft.NotYet, posted), posted.Status, stop);
        await answer.Yes(visit.Link.TicketId, stop);
        return new SeeOther(visit.Path);
    }

    /// <summary>Somebody who takes part wants no more of it.</summary>
    public async Task<IResult> Leave(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        if (posted.WhyNot is not null)
            return await pages.Show(CustomerDraft.Of(CustomerDraft.Write, posted), posted.Status, stop);
        var left = visit.Link;
        await pages.SpeakTheirLanguage(stop);
        await endTakingPart.For(left.TicketId, left.PersonId, left.PersonId, posted.Source(Page), stop);
        return PageResults.Page<LeftPage>();
    }

    public async Task<IResult> ChooseLanguage(HttpContext context, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        if (LanguageCodes.Read(posted["language"]) is { } language)
        {
            context.RememberLanguage(language);
            if (posted.WhyNot is null && !visit.Link.TakesPart)
                await choose.For(visit.Link, language, stop);
        }
        return new SeeOther(visit.Path);
    }

    private async Task<IResult> Hear(CustomerWord word, CustomerDraft draft, bool wasClosed, CancellationToken stop)
    {
        try
        {
            var heardIn = await hear.Say(word, stop);
            if (heardIn != visit.Link.TicketId)
                return new SeeOther(await links.PathOf(await linkAgain.To(heardIn, visit.Link, stop), stop) + "?said=again");
            var said = word.SaysItFailed ? "wrong" : await show.IsClosed(visit.Link, stop) ? "thanks" : wasClosed ? "reopened" : "sent";
            return new SeeOther($"{visit.Path}?said={said}");
        }
        catch (RuleBroken broken)
        {
            return await pages.Show(draft with { Slips = new Dictionary<string, Refusal> { ["form"] = broken.Refusal } }, StatusCodes.Status409Conflict, stop);
        }
    }

    private async Task<string> InTheirLanguage(string key, CancellationToken stop) => words.In(await show.LanguageOf(visit.Link, stop))[key];
}
