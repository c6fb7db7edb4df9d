namespace Lupaus.Ground.People;

/// <summary>Somebody we serve. Known by a way to reach them; never needs a password.</summary>
public sealed partial class Person : Remembering
{
    private readonly List<Contact> contacts = [];

    private Person() { }

    private Person(PersonId id, string name, LanguageCode language, DateTimeOffset now)
    {
        Id = id;
        Name = name;
        Language = language;
        FirstSeenAt = now;
    }

    public PersonId Id { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The language we write to them in; a ticket may have its own.</summary>
    public LanguageCode Language { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private init; }

    /// <summary>What they are looked for by, between blanks: made of what we know of them, in no form that is shown.</summary>
    public string FoundBy { get; private set; } = "";

    public IReadOnlyList<Contact> Contacts => contacts;

    public string? Email => Best(ContactKind.Email)?.Value;

    public string? Phone => Best(ContactKind.Phone)?.Value;

    /// <summary>The one they prefer, else the first that works. Where none works of any kind, the first: to try is better than silence.</summary>
    private Contact? Best(ContactKind kind) =>
        contacts.Where(c => c.Kind == kind && (!c.IsDead || contacts.All(other => other.IsDead))).OrderByDescending(c => c.IsPreferred).FirstOrDefault();

    private static readonly HashSet<string> CompanyForms = new(StringComparer.OrdinalIgnoreCase)
    {
        "oy", "oyj", "ab", "abp", "ky", "kb", "tmi", "ry", "rf", "osk", "andelslag", "ltd", "inc", "gmbh", "ravintola", "restaurang",
    };

    /// <summary>The name one greets with; null when we only know an address or a company.</summary>
    public string? FirstName =>
        Name.Contains('@') || Name.Split(' ').Any(CompanyForms.Contains) ? null :
        Name.Split(' ', 2)[0] is { Length: > 0 } first ? first :
        null;

    public static Person Meet(string? name, EmailAddress? email, PhoneNumber? phone, LanguageCode language, DateTimeOffset now)
    {
        WhyNotMeet(name, email, phone).StopIfAny();
        var known = name.OneLine();
        var person = new Person(PersonId.New(now), known.Length > 0 ? known : email?.Value ?? phone!.Value.ForPeople(), language, now);
        if (email is { } address)
            person.contacts.Add(new Contact(person.Id, address));
        if (phone is { } number)
            person.contacts.Add(new Contact(person.Id, number));
        return person;
    }

    public static Refusal? WhyNotMeet(string? name, EmailAddress? email, PhoneNumber? phone) =>
        email is null && phone is null ? Refusal.Because("person.reach") :
        name.OneLine().Length > Limits.Name ? Refusal.Because("person.name.long").With("limit", Limits.Name) :
        null;

    public void CanBeFoundBy(string keys) => FoundBy = keys;

    public void Speaks(LanguageCode language) => Language = language;

    /// <summary>We learn a name where we only had an address; a name we know stays as the person first gave it.</summary>
    public void IsCalled(string? name)
    {
        var given = name.OneLine();
        if (given.Length is > 0 and <= Limits.Name && (Name == Email || Name.Contains('@') || contacts.Any(c => c.Value == Name)))
            Name = given;
    }

    public void CanBeReachedAt(Contact contact)
    {
        if (!contacts.Any(c => c.Kind == contact.Kind && c.Value == contact.Value))
            contacts.Add(contact);
    }
}
