using System.Globalization;
using System.Text.RegularExpressions;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Automation.Deeds;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Automation;

namespace Lupaus.Web.Pages.Desk;

/// <summary>An agent runs a macro while a reply is being written: what is typed stays, and what the macro puts in joins it.</summary>
internal static partial class MacroForms
{
    public static async Task<IResult> Run([AsParameters] TicketPost post, long id, RunMacro run, ReadTicket read, KeepUnsentFile keep, Macros macros)
    {
        if (Reference.Read(post.Reference) is not { } known || await read.IdOf(known, post.Stop) is not { } ticket)
            return await post.Door.Show(post.Context, post.Reference, null, post.Stop);
        try
        {
            foreach (var file in await post.Form.Files.Read(post.Stop))
                await keep.For(ticket, post.Me, isNote: false, file, post.Stop);
            await run.For(ticket, MacroId.From(id), post.Me, put => Joined(post, put), Source.Of("macro", post["nonce"]), post.Stop);
            return Results.LocalRedirect($"/desk/{known}?done=macro");
        }
        catch (RuleBroken broken)
        {
            // It is the reply's form that was sent: there stands why, with all that was typed.
            return await post.Door.Show(post.Context, post.Reference, new Draft("reply", post.Form, await macros.WhyStopped(MacroId.From(id), broken.Refusal, post.Stop)), post.Stop);
        }
    }

    /// <summary>The reply as it was typed, with what is put in. A greeting that stood there alone gives way to one that comes along.</summary>
    private static string Joined(TicketPost post, PutIn put)
    {
        var (typed, greeting) = (post["body"].Cleaned(), post["greeting"].Cleaned());
        var body = put.Words is not { } words ? post["body"] : typed.Length == 0 || (typed == greeting && Greets().IsMatch(words)) ? words : $"{typed}\n\n{words}";
        var fields = UnsentForm.Read(UnsentForm.Write(post)).ToDictionary(f => f.Key, f => f.Value.ToString());
        fields["body"] = body;
        if (put.Next is { } next)
        {
            foreach (var left in new[] { "when", "date", "time", "what" })
                fields.Remove(left);
            fields["next"] = next.Step switch { NextStep.Solves => "solves", NextStep.Act => "act", NextStep.FindOut => "findout", NextStep.WaitForCustomer => "wait", _ => "cannot" };
            if (put.At is { } at)
                fields["when"] = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            if (next.Words is { } what)
                fields["what"] = what;
        }
        return QueryString.Create(fields.Where(f => f.Value.Length > 0).Select(f => KeyValuePair.Create(f.Key, (string?)f.Value))).Value ?? "";
    }

    [GeneratedRegex(@"^(hei|moi|hyv|terve|hej|god|hi\b|hello|dear)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greets();
}

/// <summary>Macros as the desk names them, in the language of whoever asks.</summary>
internal sealed class Macros(KnownAutomation known, Doers doers, OurCompany company, Colleagues colleagues, Reader reader)
{
    /// <summary>Which part of which macro it was that could not be done, and that nothing of it was.</summary>
    public async Task<Refusal> WhyStopped(MacroId id, Refusal refusal, CancellationToken stop)
    {
        if (!refusal.Details.TryGetValue(Doers.Stopped, out var place) || (await known.Now(stop)).Macros.FirstOrDefault(m => m.Id == id) is not { } macro)
            return refusal;
        var names = await Names(stop);
        return Refusal.Because("macro.stopped").With("macro", macro.Name).With("deed", doers.Say(macro.Deeds[int.Parse(place, CultureInfo.InvariantCulture)], names)).With("why", reader.Words.Refusal(refusal));
    }

    /// <summary>For the field that finds anything: each with what it does.</summary>
    public async Task<IReadOnlyList<Choice>> For(AgentId agent, CancellationToken stop)
    {
        var names = await Names(stop);
        return [.. names.Known.MacrosFor(agent).Select(m => new Choice($"{reader.Words["automation.macro"]}: {m.Name}", string.Join(" · ", m.Deeds.Select(d => doers.Say(d, names))), null, $"macro-{m.Id.Value}"))];
    }

    private async Task<AutomationNames> Names(CancellationToken stop) => new(reader.Words, await company.Now(stop), await colleagues.Now(stop), [], await known.Now(stop));
}
