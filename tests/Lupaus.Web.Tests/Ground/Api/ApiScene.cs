using System.Text.Json;
using Lupaus.Care.Playbooks;
using Lupaus.Ground.Api;
using Lupaus.Storage;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Tests.Doors.Mailboxes;
using Lupaus.Web.Tests.Pages.Desk;

namespace Lupaus.Web.Tests.Ground.Api;

/// <summary>One call as the document shows it, with things of this house in the place of the samples.</summary>
internal sealed record ApiCall(HttpMethod Method, string Path, object? Body, string? Agent)
{
    public HttpContent? Content() => Body is byte[] bytes ? new ByteArrayContent(bytes) { Headers = { ContentType = new(Path.EndsWith("/mail", StringComparison.Ordinal) ? "message/rfc822" : "application/octet-stream") } }
        : Body is string text ? new StringContent(text, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) : null;
}

/// <summary>Sets up what each call needs before it can be done: a merged ticket to part, a reply to take back.</summary>
internal sealed class ApiScene(House house, Caller shop)
{
    private int scenes;

    public static readonly HttpMethod[] Writes = [HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];

    /// <summary>What is sent like a write since it has a body, and only asks: nothing is done, so there is nothing to do once.</summary>
    private static readonly string[] Asks = ["/api/v1/rules/dry-run", "/api/v1/mailboxes/{id}/test"];

    public static bool IsWrite(HttpMethod method, string path) => method != HttpMethod.Get && !Asks.Contains(path);

    public static async Task<JsonElement> Document(House house)
    {
        using var browser = house.Browser();
        return JsonDocument.Parse(await browser.GetStringAsync("/api/v1/openapi.json")).RootElement;
    }

    public static IEnumerable<(HttpMethod Method, string Path, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject() from operation in path.Value.EnumerateObject() select (HttpMethod.Parse(operation.Name.ToUpperInvariant()), path.Name, operation.Value);

    /// <summary>With a key for all there is: some of it is for admins alone.</summary>
    public static async Task<Caller> Keeper(House house) => new(house, await house.Get<KeepApiKeys>().Make(new NewApiKey("keeper", ApiScope.Admin), house.Minna, default));

    public async Task<ApiCall> Set(HttpMethod method, string path, JsonElement operation)
    {
        var number = ++scenes;
        var email = $"aino{number}@example.fi";
        var samples = new Dictionary<string, string> { ["aino.testinen@example.fi"] = $"aino.testinen{number}@example.fi" };
        var reference = path.Contains("/told/", StringComparison.Ordinal) ? await Rings(number, samples) : await shop.Opens("Automaatti ei toimi.", email);
        var other = await shop.Opens("Toinen asia.", email);
        var known = Reference.Parse(reference);
        var ticket = await house.Look(db => db.Tickets.AsNoTracking().FirstAsync(t => t.Reference == known));
        var third = Reference.Parse(await shop.Opens("Kolmas.", $"veera{number}@example.fi"));
        var stranger = await house.Look(db => db.Tickets.Where(t => t.Reference == third).Select(t => t.CustomerId).FirstAsync());
        await house.CustomerWrites(ticket.Id, "Niin, ja vielä kuitti.");
        samples[ApiSamples.Ticket] = reference;
        samples[ApiSamples.Other] = other;
        samples[ApiSamples.Customer] = ticket.CustomerId.Value.ToString();
        samples[ApiSamples.OtherCustomer] = stranger.Value.ToString();
        samples.TryAdd(ApiSamples.Message, (await house.Look(db => db.Messages.Where(m => m.TicketId == ticket.Id && m.PersonId != null).OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync())).Value.ToString());
        await Prepare(method, path, reference, other, ticket, stranger, samples);
        return Call(method, path, operation, samples);
    }

    private async Task<string> Rings(int number, Dictionary<string, string> samples)
    {
        var opened = await house.Matter(house.Antti, $"Soittaja {number}", null, $"040 555 {1000 + number}");
        samples[ApiSamples.Message] = (await house.Look(db => db.Outbox.Where(o => o.TicketId == opened.Id).Select(o => o.Id).FirstAsync())).Value.ToString();
        return opened.Reference.Value;
    }

    private async Task Prepare(HttpMethod method, string path, string reference, string other, Lupaus.Core.Tickets.Ticket ticket, PersonId stranger, Dictionary<string, string> samples)
    {
        var on = $"/tickets/{reference}";
        switch (path["/api/v1".Length..])
        {
            case "/tickets/{reference}/unmerge": await Done($"{on}/merge", new { into = other }); break;
            case "/tickets/{reference}/reopen": await Done($"{on}/close", new { how = "withdrawn" }); break;
            case "/tickets/{reference}/replies/held" when method == HttpMethod.Delete: await Done($"{on}/replies/held", new { text = "Hetki.", next = new { kind = "solves" } }); break;
            case "/tickets/{reference}/links/{other}": await Done($"{on}/links", new { to = other }); break;
            case "/tickets/{reference}/duties/{duty}/done":
                samples[ApiSamples.Duty] = (await Done($"{on}/duties", new { what = "Soita", due = "2026-11-24T10:00:00Z" })).GetProperty("duties")[0].Text("id")!;
                break;
            case "/handovers/{id}/accept" or "/handovers/{id}/decline" or "/handovers/{id}/withdraw":
                // The sample agent answers; so Maija offers what is hers, or takes back what a lead offered of theirs.
                samples[ApiSamples.Handover] = await Offered(ticket.Id, path.EndsWith("/withdraw", StringComparison.Ordinal));
                break;
            case "/consults/{id}/answer" or "/consults/{id}/pass":
                samples[ApiSamples.Consult] = (await Asked(ticket.Id)).Value.ToString();
                break;
            case "/tickets/{reference}/request":
                samples[ApiSamples.Ticket] = (await Done("/tickets", new { text = "Tarvitsen toisen näytön.", @internal = true })).Text("reference")!;
                break;
            case "/tickets/{reference}/handovers":
                await house.Changes.Make(async db => (await db.Tickets.FirstAsync(t => t.Id == ticket.Id)).PassTo(house.Antti, Lupaus.Core.Tickets.OwnerReason.Given, null, house.Minna, house.Clock.GetUtcNow()), default);
                break;
            case "/tickets/{reference}/obstacles/{obstacle}/settle":
                samples[ApiSamples.Obstacle] = (await Done($"{on}/discrepancies", new { says = "Maksoin.", record = "Ei näy." })).GetProperty("obstacles")[0].Text("id")!;
                break;
            case "/tickets/{reference}/draft/files/{file}": samples[ApiSamples.File] = await Keeps(on, "reply"); break;
            case "/files/{file}":
                await Done($"{on}/notes", new { text = "Liitteenä.", files = new[] { await Keeps(on, "note") } });
                samples[ApiSamples.File] = (await house.Look(db => db.Attachments.OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync())).Value.ToString();
                break;
            case "/customers/{id}/words/{word}/settle":
                samples[ApiSamples.Word] = (await Done($"/customers/{ticket.CustomerId.Value}/words", new { what = "maksaa", due = "2026-11-30T10:00:00Z" })).GetProperty("words")[0].Text("id")!;
                break;
            case "/customers/{id}/unmerge": await Done($"/customers/{ticket.CustomerId.Value}/merge", new { into = stranger.Value.ToString() }); break;
            case "/saved-replies/{id}":
                samples[ApiSamples.SavedReply] = (await Done("/saved-replies", new { name = "Hetki", finnish = "Hetkinen." })).GetProperty("savedReplies")[0].Text("id")!;
                break;
            case "/jargon/{id}":
                samples[ApiSamples.Jargon] = (await Done("/jargon", new { language = "fi", term = "tiketti", plain = "asia" })).GetProperty("jargon")[0].Text("id")!;
                break;
            case "/tickets" when method == HttpMethod.Get: await Done($"{on}/tags", new { add = new[] { ApiSamples.Tag } }); break;
            case "/tickets/{reference}/participants/{person}":
                samples[ApiSamples.Participant] = (await Done($"{on}/participants", new { email = "liisa.laakso@example.fi" })).GetProperty("participants")[0].Text("id")!;
                break;
            case "/tickets/{reference}/understanding/confirm":
                samples[ApiSamples.Understood] = (await Done($"{on}/replies", new { text = "Selvitän.", understood = "Lippu ei aukea.", next = new { kind = "promises", promise = "findOut", due = "2026-11-24T10:00:00Z" } })).GetProperty("understanding").Text("message")!;
                break;
            case "/tickets/{reference}/goodwill" when method == HttpMethod.Post:
                await AllowGoodwill();
                break;
            case "/tickets/{reference}/goodwill/{goodwill}/back":
                await AllowGoodwill();
                samples[ApiSamples.Goodwill] = (await Done($"{on}/goodwill", new { what = "Kahvi", worth = 3, reason = "Odotti." })).GetProperty("goodwill")[0].Text("id")!;
                break;
            case "/tickets/{reference}/thanks/{thanks}":
                samples[ApiSamples.Thanks] = (await Done($"{on}/thanks", new { to = ApiSamples.Colleague })).GetProperty("thanks")[0].Text("id")!;
                break;
            case "/tickets/{reference}/not-spam": await Done($"{on}/spam", new { }); break;
            case "/mails/{id}/again" or "/mails/{id}/open" or "/mails/{id}/dismiss":
                samples[ApiSamples.Mail] = (await house.Gets(Mails.Raw(from: "apu@satama.example"))).Id.Value.ToString();
                break;
            case "/tickets/{reference}/letters/{message}/again":
                samples[ApiSamples.Message] = (await NobodyKnows(ticket.Id)).Value.ToString();
                break;
            case "/tickets/{reference}/messages/{message}/keep":
                samples[ApiSamples.Message] = (await house.Changes.Make(async db =>
                {
                    var message = await db.Messages.OrderBy(m => m.Id).FirstAsync(m => m.TicketId == ticket.Id);
                    message.IsCalled("Laskun eräpäivä", belongs: false);
                    return message.Id;
                }, default)).Value.ToString();
                break;
            case "/blocked/{id}":
                samples[ApiSamples.Blocked] = (await Done("/blocked", new { sender = "@roska.example" })).GetProperty("blocked")[0].Text("id")!;
                break;
            case "/views/{id}":
                samples[ApiSamples.View] = (await Done("/views", new { name = "Näkymä", filter = new { state = "open" } })).Text("id")!;
                break;
            case "/batches/{id}" or "/batches/{id}/undo":
                samples[ApiSamples.Batch] = (await Done("/batches", new { tickets = new[] { reference }, act = "tag", tag = ApiSamples.Tag })).Text("id")!;
                break;
            case var playbook when playbook.StartsWith("/playbooks/{id}", StringComparison.Ordinal) || playbook.Contains("/playbooks/{id}/", StringComparison.Ordinal):
                samples[ApiSamples.Playbook] = (await Done("/playbooks", new { name = "Automaatti rikki", finnish = "Hei, korjaaja on matkalla.", promise = "findOut", withinHours = 2, signs = new[] { "automaatti ei toimi" } }, "minna@satama.example")).Text("id")!;
                if (playbook.EndsWith("/dismiss", StringComparison.Ordinal))
                    await house.Changes.Make(db => Recognised(PlaybookId.From(long.Parse(samples[ApiSamples.Playbook])), ticket.Id, db), default);
                break;
            case "/tickets/{reference}/macros/{id}":
                samples[ApiSamples.Macro] = (await Done("/macros", new { name = "Lasku", deeds = new[] { new { @do = "setGoal", goal = "Lasku on oikein" } } })).Text("id")!;
                break;
            case "/rules/{id}" or "/rules/{id}/dry-run" or "/rules/{id}/switch":
                // One that nothing here sets off.
                samples[ApiSamples.Rule] = (await Done("/rules", new { name = "Rikkoutui", when = new { @event = "promiseBroken" }, then = new[] { new { @do = "alertByMail", whom = "lead" } } })).Text("id")!;
                break;
            case "/mailboxes" or "/mailboxes/{id}" or "/mailboxes/{id}/stop" or "/mailboxes/{id}/resume" or "/mailboxes/{id}/test":
                // Each address leads to one alone.
                foreach (var id in await house.Look(db => db.Mailboxes.Where(m => m.DroppedAt == null).Select(m => m.Id).ToListAsync()))
                    await house.Get<KeepMailboxes>().Drop(id, house.Minna, default);
                if (path.Contains("{id}", StringComparison.Ordinal))
                    samples[ApiSamples.Mailbox] = (await Done("/mailboxes", new { address = "muu@satama.example" })).Text("id")!;
                break;
            case var hook when hook.StartsWith("/webhooks/{id}", StringComparison.Ordinal):
                samples[ApiSamples.Webhook] = (await Done("/webhooks", new { name = "Kirjanpito", url = "https://hooks.example.com/in", events = new[] { "promiseBroken" } })).Text("id")!;
                if (hook.Contains("{delivery}", StringComparison.Ordinal))
                {
                    await Done($"/webhooks/{samples[ApiSamples.Webhook]}/test", null);
                    samples[ApiSamples.Delivery] = (await house.Look(db => db.WebhookDeliveries.OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync())).Value.ToString();
                }
                break;
            case "/absences": await CallOff(); break;
            case "/absences/{id}/end":
                await CallOff();
                samples[ApiSamples.Absence] = (await Done("/absences", new { firstDay = "2026-12-07", lastDay = "2026-12-08" })).GetProperty("absences")[0].Text("id")!;
                break;
        }
    }

    private async Task Recognised(PlaybookId playbook, TicketId ticket, LupausDb db) =>
        db.PlaybookMatches.Add(PlaybookMatch.Recognise(playbook, ticket, await db.Messages.Where(m => m.TicketId == ticket).Select(m => m.Id).FirstAsync(), house.Clock.GetUtcNow()));

    private Task AllowGoodwill() => house.Get<Lupaus.Web.Care.Recovery.LimitGoodwill>().ForAll(Lupaus.Ground.Identity.Company.MostGoodwill, house.Minna, default);

    /// <summary>A letter whose sending broke off.</summary>
    private async Task<MessageId> NobodyKnows(TicketId ticket)
    {
        await house.Changes.Make(async db =>
        {
            var letter = await db.Outbox.Where(o => o.TicketId == ticket && o.Way == Lupaus.Core.Outbox.Way.Mail).OrderBy(o => o.Id).FirstAsync();
            letter.Claim(house.Clock.GetUtcNow());
            letter.Unknown("connection lost", house.Clock.GetUtcNow());
        }, default);
        return await house.Look(db => db.Outbox.Where(o => o.TicketId == ticket && o.State == Lupaus.Core.Outbox.Dispatch.Unknown).Select(o => o.Id).FirstAsync());
    }

    private async Task<string> Offered(TicketId id, bool toMaija)
    {
        var (from, to) = toMaija ? (house.Antti, house.Maija) : (house.Maija, house.Antti);
        await house.Changes.Make(async db => (await db.Tickets.FirstAsync(t => t.Id == id)).PassTo(from, Lupaus.Core.Tickets.OwnerReason.Given, null, house.Minna, house.Clock.GetUtcNow()), default);
        await house.Get<Lupaus.Web.Work.Handovers.OfferHandover>().For(id, to, new("Tehty.", "Luvattu.", "Seuraavaksi."), from, house.Nonce(), default);
        return (await house.Ticket(id)).OfferedAs!.Value.Value.ToString();
    }

    private async Task<Lupaus.Core.Tickets.DutyId> Asked(TicketId id)
    {
        await house.Get<Lupaus.Web.Work.Handovers.AskColleague>().For(id, new(house.Antti, null), "Voiko hinnan palauttaa?", house.Clock.GetUtcNow().AddHours(2), house.Maija, house.Nonce(), default);
        return (await house.Ticket(id)).Duties.Single().Id;
    }

    private async Task CallOff()
    {
        foreach (var absence in (await shop.Get("/absences")).Json.GetProperty("absences").EnumerateArray())
            await Done($"/absences/{absence.Text("id")}/end", null);
    }

    private async Task<string> Keeps(string on, string part) =>
        (await Done($"{on}/draft/files?name=kuitti.txt&part={part}", new ByteArrayContent("kuitti"u8.ToArray()) { Headers = { ContentType = new("application/octet-stream") } })).Text("id")!;

    private async Task<JsonElement> Done(string path, object? body, string agent = "antti@satama.example")
    {
        var (status, json, _) = await shop.Post(path, body, agent);
        status.ShouldBeInRange(200, 299, $"{path}: {json}");
        return json;
    }

    private static ApiCall Call(HttpMethod method, string path, JsonElement operation, Dictionary<string, string> samples)
    {
        var (address, asks, agent) = (path["/api/v1".Length..], new List<string>(), (string?)null);
        foreach (var parameter in operation.GetProperty("parameters").EnumerateArray().Where(p => p.TryGetProperty("example", out _)))
        {
            var (name, value) = (parameter.Text("name")!, parameter.GetProperty("example").ToString());
            if (parameter.Text("in") == "path")
                address = address.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            else if (parameter.Text("in") == "query")
                asks.Add($"{name}={Uri.EscapeDataString(value)}");
            else if (name == "Lupaus-Agent")
                agent = path.Contains("/lead", StringComparison.Ordinal) || path.Contains("/v1/discrepancies", StringComparison.Ordinal) || path.Contains("/v1/playbooks", StringComparison.Ordinal) || path.EndsWith("/v1/goodwill", StringComparison.Ordinal) ? "minna@satama.example" : value;
        }
        object? body = null;
        if (operation.TryGetProperty("requestBody", out var wanted))
            body = wanted.GetProperty("content").TryGetProperty("application/json", out var json) ? Put(json.GetProperty("example").GetRawText(), samples) : path.EndsWith("/mail", StringComparison.Ordinal) ? Mails.Raw() : "kuitti"u8.ToArray();
        return new ApiCall(method, Put(address + (asks.Count > 0 ? "?" + string.Join('&', asks) : ""), samples), body, agent);
    }

    private static string Put(string text, Dictionary<string, string> samples) => samples.Aggregate(text, (t, s) => t.Replace(s.Key, s.Value, StringComparison.Ordinal));
}
