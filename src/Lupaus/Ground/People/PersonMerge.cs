namespace Lupaus.Ground.People;

public readonly record struct PersonMergeId(long Value) : IId<PersonMergeId>
{
    public static PersonMergeId From(long value) => new(value);
}

/// <summary>
/// That two rows turned out to be one human: when, by whom, and what went over, so that it can be undone and everybody has
/// again what was theirs.
/// </summary>
public sealed class PersonMerge
{
    private readonly List<MergedContact> contacts = [];
    private readonly List<MergedMatter> matters = [];

    private PersonMerge() { }

    internal PersonMerge(PersonId from, PersonId into, IEnumerable<Contact> contacts, IEnumerable<TicketId> matters, AgentId by, DateTimeOffset now)
    {
        Id = new PersonMergeId(Ids.Next(now));
        (FromId, IntoId, By, At) = (from, into, by, now);
        this.contacts = [.. contacts.Select(c => new MergedContact(Id, c.Kind, c.Value))];
        this.matters = [.. matters.Select(m => new MergedMatter(Id, m))];
    }

    public PersonMergeId Id { get; private init; }

    public PersonId FromId { get; private init; }

    public PersonId IntoId { get; private init; }

    public AgentId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public IReadOnlyList<MergedContact> Contacts => contacts;

    public IReadOnlyList<MergedMatter> Matters => matters;

    internal void Undo(DateTimeOffset now) => UndoneAt = now;
}

public sealed record MergedContact(PersonMergeId MergeId, ContactKind Kind, string Value);

public sealed record MergedMatter(PersonMergeId MergeId, TicketId TicketId);
