namespace Lupaus.Ground.Foundations;

/// <summary>
/// A thing whose every change is a fact. Noting a fact bumps the version, so that two people who change the same
/// thing at once can't both win, even where the change itself only adds a row elsewhere.
/// </summary>
public abstract class Remembering
{
    private readonly List<Happening> happenings = [];

    public int Version { get; private set; }

    /// <summary>The ticket whose history these facts are; null for what concerns the whole house.</summary>
    public virtual TicketId? Matter => null;

    protected void Happened(Fact what, Actor by, DateTimeOffset at)
    {
        happenings.Add(new Happening(what, by, at));
        Version++;
    }

    /// <summary>
    /// Nothing of its own has changed, but something that counts against it: two who do so at once meet here all the same.
    /// </summary>
    protected void CountsAgainst() => Version++;

    /// <summary>Hands over what happened since the last call; the store writes it down.</summary>
    public IReadOnlyList<Happening> TakeHappenings()
    {
        var taken = happenings.ToArray();
        happenings.Clear();
        return taken;
    }
}
