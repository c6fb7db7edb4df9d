namespace Lupaus.Ground.People;

// What we note of a person, and how they are reached: edited at the desk.
public sealed partial class Person
{
    public const int MaxNotes = 4_000;
    public const int MostContacts = 20;

    private readonly List<OwnField> fields = [];
    private readonly List<GivenWord> words = [];

    /// <summary>Among ourselves; the person never sees it here.</summary>
    public string? Notes { get; private set; }

    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>This row turned out to be the same human as that one, which has everything now.</summary>
    public PersonId? MergedIntoId { get; private set; }

    public IReadOnlyList<OwnField> Fields => fields;

    public IReadOnlyList<GivenWord> Words => words;

    public void Describe(string name, LanguageCode language, OrganisationId? organisation, string? notes, Actor by, DateTimeOffset now)
    {
        WhyNotDescribe(name, notes).StopIfAny();
        var noted = notes.Cleaned() is { Length: > 0 } text ? text : null;
        if ((Name, Language, OrganisationId, Notes) == (name.OneLine(), language, organisation, noted))
            return;
        (Name, Language, OrganisationId, Notes) = (name.OneLine(), language, organisation, noted);
        Happened(new PersonDescribed(Id), by, now);
    }

    public static Refusal? WhyNotDescribe(string name, string? notes) =>
        name.OneLine().Length == 0 ? Refusal.Because("person.name.missing") :
        name.OneLine().Length > Limits.Name && EmailAddress.Read(name) is null ? Refusal.Because("person.name.long").With("limit", Limits.Name) :
        notes.Cleaned().Length > MaxNotes ? Refusal.Because("person.notes").With("limit", MaxNotes) :
        null;

    /// <summary>A field of the company's own; an empty value takes it away.</summary>
    public void NoteField(string name, string? value, Actor by, DateTimeOffset now)
    {
        WhyNotNoteField(name, value).StopIfAny();
        var (known, says) = (fields.Find(f => string.Equals(f.Name, name.OneLine(), StringComparison.OrdinalIgnoreCase)), value.OneLine());
        if (known is null && says.Length > 0)
            fields.Add(new OwnField(Id, name.OneLine(), says));
        else if (known is not null && says.Length == 0)
            fields.Remove(known);
        else
            known?.Say(says);
        Happened(new PersonDescribed(Id), by, now);
    }

    public Refusal? WhyNotNoteField(string name, string? value) =>
        name.OneLine().Length is 0 or > OwnField.MaxName ? Refusal.Because("person.field.name").With("limit", OwnField.MaxName) :
        value.OneLine().Length > OwnField.MaxValue ? Refusal.Because("person.field.value").With("limit", OwnField.MaxValue) :
        fields.Count >= OwnField.Most && value.OneLine().Length > 0 && fields.TrueForAll(f => !string.Equals(f.Name, name.OneLine(), StringComparison.OrdinalIgnoreCase))
            ? Refusal.Because("person.field.many").With("limit", OwnField.Most) :
        null;

    public void Add(Contact contact, Actor by, DateTimeOffset now)
    {
        (contacts.Count >= MostContacts ? Refusal.Because("person.contacts").With("limit", MostContacts) : null).StopIfAny();
        if (contacts.Exists(c => c.Kind == contact.Kind && c.Value == contact.Value))
            return;
        contacts.Add(contact);
        Happened(new ContactChanged(Id, contact.Kind, ContactChange.Added), by, now);
    }

    /// <summary>Not the last one: a person whom we can't reach we can promise nothing.</summary>
    public void Remove(ContactKind kind, string value, Actor by, DateTimeOffset now)
    {
        var contact = Known(kind, value);
        (contacts.Count == 1 ? Refusal.Because("person.lastcontact") : null).StopIfAny();
        contacts.Remove(contact);
        Happened(new ContactChanged(Id, kind, ContactChange.Removed), by, now);
    }

    public void Prefer(ContactKind kind, string value, Actor by, DateTimeOffset now)
    {
        var chosen = Known(kind, value);
        (chosen.IsDead ? Refusal.Because("person.deadcontact") : null).StopIfAny();
        if (chosen.IsPreferred)
            return;
        foreach (var contact in contacts.Where(c => c.Kind == kind))
            contact.Prefer(contact == chosen);
        Happened(new ContactChanged(Id, kind, ContactChange.Preferred), by, now);
    }

    public void Mark(ContactKind kind, string value, bool dead, Actor by, DateTimeOffset now)
    {
        var contact = Known(kind, value);
        if (contact.IsDead == dead)
            return;
        contact.Mark(dead);
        Happened(new ContactChanged(Id, kind, dead ? ContactChange.Dead : ContactChange.Alive), by, now);
    }

    /// <summary>They said they would do something by then.</summary>
    public GivenWord Gives(string what, DateTimeOffset due, TicketId? ticket, AgentId by, DateTimeOffset now)
    {
        WhyNotGive(what, due, now).StopIfAny();
        var word = new GivenWord(Id, what, due, ticket, by, now);
        words.Add(word);
        Happened(new WordGiven(Id, word.Id, word.Due), by, now);
        return word;
    }

    public static Refusal? WhyNotGive(string what, DateTimeOffset due, DateTimeOffset now) =>
        what.OneLine().Length is 0 or > Limits.Reason ? Refusal.Because("word.what").With("limit", Limits.Reason) :
        due.Whole() <= now ? Refusal.Because("word.past") :
        due - now > TimeSpan.FromDays(3 * 366) ? Refusal.Because("word.far") :
        null;

    public void Settle(GivenWord word, HowWordEnded how, AgentId by, DateTimeOffset now)
    {
        if (!word.IsOpen)
            return;
        word.Settle(how, by, now);
        Happened(new WordSettled(Id, word.Id, how), by, now);
    }

    /// <summary>The other row is the same human: how they are reached comes over, on record. Their matters follow in the same change.</summary>
    public PersonMerge TakeIn(Person other, IEnumerable<TicketId> matters, AgentId by, DateTimeOffset now)
    {
        WhyNotTakeIn(other).StopIfAny();
        var merge = new PersonMerge(other.Id, Id, other.contacts, matters, by, now);
        foreach (var contact in other.contacts.ToArray())
            other.Give(contact, this);
        other.MergedIntoId = Id;
        other.Happened(new PeopleMerged(other.Id, Id), by, now);
        Happened(new PeopleMerged(other.Id, Id), by, now);
        return merge;
    }

    public Refusal? WhyNotTakeIn(Person other) =>
        other.Id == Id ? Refusal.Because("person.self") :
        MergedIntoId is not null || other.MergedIntoId is not null ? Refusal.Because("people.already") :
        null;

    /// <summary>They are two after all. What of theirs is still with the other comes back.</summary>
    public void PartFrom(Person whole, PersonMerge merge, AgentId by, DateTimeOffset now)
    {
        (MergedIntoId is null || merge.FromId != Id || merge.UndoneAt is not null ? Refusal.Because("people.not") : null).StopIfAny();
        foreach (var contact in whole.contacts.Where(c => merge.Contacts.Any(m => m.Kind == c.Kind && m.Value == c.Value)).ToArray())
            whole.Give(contact, this);
        MergedIntoId = null;
        merge.Undo(now);
        whole.Happened(new PeopleParted(Id, whole.Id), by, now);
        Happened(new PeopleParted(Id, whole.Id), by, now);
    }

    private void Give(Contact contact, Person to)
    {
        contacts.Remove(contact);
        contact.GoTo(to.Id);
        to.contacts.Add(contact);
    }

    private Contact Known(ContactKind kind, string value) =>
        contacts.Find(c => c.Kind == kind && c.Value == value) ?? throw new RuleBroken(Refusal.Because("person.contact.unknown"));
}
