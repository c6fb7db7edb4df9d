using System.Globalization;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Views;
using Microsoft.AspNetCore.Authorization;

namespace Lupaus.Web.Pages.Desk;

/// <summary>One thing to choose: a place to go, or something the open page can do.</summary>
public sealed record Choice(string Name, string? More, string? Href, string? Act);

/// <summary>Ctrl-K: matters, people, what can be done here, and places, by any part of their name.</summary>
internal static class FindAnything
{
    private const int MostMatters = 8;
    private const int MostPeople = 3;

    // What desk.js knows to do, and only on the page of a ticket.
    private static readonly string[] Acts = ["reply", "note", "next", "saved", "understand", "as-customer", "call", "move", "undivided", "history", "print", "unread", "tag"];

    public static async Task<IResult> Show(HttpContext context, string? q, bool? ticket, DeskLists lists, Reader reader, Macros macros, KnownPlaybooks playbooks, TimeProvider clock, PeopleAtDesk people, IEnumerable<Place> places, IAuthorizationService authorization, CancellationToken stop)
    {
        var sought = q.OneLine().CutTo(DeskLists.MostLetters);
        var choices = new List<Choice>();
        if (sought.Length > 1)
            choices.AddRange((await lists.Show(new ListWish(DeskView.Find, sought), context.User.AgentId(), null, stop)).Rows.Take(MostMatters).Select(row =>
                new Choice(row.Subject, $"{row.Customer} · {row.Reference}", $"/desk/{row.Reference}", null)));
        choices.AddRange((await people.Meant(sought, stop)).Take(MostPeople).Select(p => new Choice(p.Name, p.More ?? reader.Words["desk.find.person"], string.Create(CultureInfo.InvariantCulture, $"/desk/people/{p.Id.Value}"), null)));
        var doable = ticket == true ? Acts : ["next", "call"];
        choices.AddRange(doable.Select(act => new Choice(reader.Words[$"desk.act.{act}"], null, null, act)).Where(c => Fits(c, sought)));
        if (ticket == true)
            choices.AddRange((await macros.For(context.User.AgentId(), stop)).Where(c => Fits(c, sought)).Take(MostMatters));
        // On a ticket's page its own is what they are chosen for.
        choices.AddRange((await playbooks.Now(stop)).InUse(clock.GetUtcNow())
            .Select(p => new Choice($"{reader.Words["playbooks.title"]}: {p.Name}", p.UseWhen, ticket == true ? null : $"/desk/playbooks/{p.Id.Value}", ticket == true ? $"playbook-{p.Id.Value}" : null)).Where(c => Fits(c, sought)).Take(MostMatters));
        foreach (var place in places.OrderBy(p => p.Order))
        {
            if (Fits(reader.Words[place.Key], sought) && (place.Policy is null || (await authorization.AuthorizeAsync(context.User, place.Policy)).Succeeded))
                choices.Add(new Choice(reader.Words[place.Key], null, place.Path, null));
        }
        choices.AddRange(Enum.GetValues<DeskView>().Where(v => v is not (DeskView.Find or DeskView.Saved))
            .Select(view => new Choice(reader.Words[$"views.short.{view.ToString().ToLowerInvariant()}"], null, ListDoor.PathOf(view, null), null))
            .Append(new Choice(reader.Words["desk.request.new"], null, "/desk/request", null))
            .Append(new Choice(reader.Words["replies.saved.title"], null, "/desk/saved", null))
            .Append(new Choice(reader.Words["playbooks.title"], null, "/desk/playbooks", null))
            .Append(new Choice(reader.Words["batches.title"], null, "/desk/batches", null))
            .Append(new Choice(reader.Words["spam.blocked.title"], null, "/desk/blocked", null)).Where(c => Fits(c, sought)));
        return Results.Json(choices);
    }

    private static bool Fits(Choice choice, string sought) => Fits(choice.Name, sought);

    private static bool Fits(string name, string sought) => name.Contains(sought, StringComparison.OrdinalIgnoreCase);
}
