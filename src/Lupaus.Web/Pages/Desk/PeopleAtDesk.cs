using Lupaus.Core.Tickets;
using Lupaus.Web.Ground.People;
using Lupaus.Work.Search;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Whose card somebody may be after who looks for something.</summary>
public sealed class PeopleAtDesk(WhoIsMeant meant, IDbContextFactory<LupausDb> databases)
{
    private const int Most = 5;
    private const int FewestLetters = 2;

    public async Task<IReadOnlyList<PersonGuess>> Meant(string sought, CancellationToken stop)
    {
        var plain = SearchText.Read(sought).Plain;
        if (plain.Length < FewestLetters || Reference.Read(plain) is not null)
            return [];
        await using var db = await databases.CreateDbContextAsync(stop);
        return [.. (await meant.By(plain, db, stop)).Where(g => g.Score >= WhoIsMeant.Likely).Take(Most)];
    }
}
