using Lupaus.Ground.People;
using Lupaus.Language.Names;
using Lupaus.Storage.Ground.People;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.People;

/// <param name="More">Their organisation, else a way to reach them, to tell them from others of the same name.</param>
/// <param name="Score">From 0 to 1: how well they fit what was typed.</param>
public sealed record PersonGuess(PersonId Id, string Name, string? More, double Score);

/// <summary>
/// People by whatever is known of them, the best guess first: also by a name that is misspelt or run together. They are to be chosen from by
/// somebody who sees them, never taken for the one who is meant.
/// </summary>
public sealed class WhoIsMeant(PeopleDialect dialect)
{
    public const int Most = 200;
    private const int MostNear = 60;

    /// <summary>From here on a guess is good enough to be shown where nobody asked for people alone.</summary>
    public const double Likely = .75;
    private const double KnownFits = .85, FitsWell = .9, NearFits = .65, WithTheRest = .99;

    /// <summary>Runs at the end of half of all Finnish names tell nobody from anybody.</summary>
    private static readonly HashSet<string> common = ["nen", "en ", "ine", "la ", "lä ", "  m", "  k", "  s"];

    public async Task<IReadOnlyList<PersonGuess>> By(string sought, LupausDb db, CancellationToken stop)
    {
        var text = sought.OneLine().CutTo(FindPeople.MostLetters);
        if (text.Length == 0)
            return [];
        var query = NameQuery.Of(text.Contains('@') ? "" : text);
        var guesses = await Guesses(db.Known(text).OrderByDescending(p => p.Id).Take(Most), query, KnownFits, db, stop);
        if (!guesses.Exists(g => g.Score > FitsWell) && query.Trigrams.Where(t => !common.Contains(t)).ToList() is { Count: > 1 } runs)
            guesses.AddRange((await Guesses(dialect.Nearest(db, [.. runs.Select(PersonKeys.Run)], MostNear), query, 0, db, stop)).Where(g => g.Score > NearFits && !guesses.Exists(known => known.Id == g.Id)));
        return [.. guesses.OrderByDescending(g => g.Score).ThenByDescending(g => g.Id.Value).Take(Most)];
    }

    private static async Task<List<PersonGuess>> Guesses(IQueryable<Person> people, NameQuery query, double atLeast, LupausDb db, CancellationToken stop)
    {
        var rows = await people.AsNoTracking().Where(p => p.MergedIntoId == null)
            .Select(p => new { p.Id, p.Name, Organisation = db.Organisations.Where(o => o.Id == p.OrganisationId).Select(o => o.Name).FirstOrDefault(), Contact = p.Contacts.OrderBy(c => c.IsDead).ThenByDescending(c => c.IsPreferred).Select(c => c.Value).FirstOrDefault(), Fields = p.Fields.Select(f => f.Value).ToList() }).ToListAsync(stop);
        return [.. rows.Select(r => new PersonGuess(r.Id, r.Name, r.Organisation ?? PhoneNumber.Read(r.Contact)?.ForPeople() ?? r.Contact, Math.Max(atLeast, Score(query, r.Name, [r.Organisation, .. r.Fields]))))];
    }

    /// <summary>The name itself counts most; "Maija Tampereelta" is she whose card says Tampere.</summary>
    private static double Score(NameQuery query, string name, IEnumerable<string?> others)
    {
        var byName = NameMatch.Score(query, NameKeys.Of(name));
        var rest = string.Join(' ', others);
        return rest.Trim().Length == 0 ? byName : Math.Max(byName, WithTheRest * NameMatch.Score(query, NameKeys.Of($"{name} {rest}")));
    }
}
