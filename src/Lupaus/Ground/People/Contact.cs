namespace Lupaus.Ground.People;

public enum ContactKind { Email, Phone }

/// <summary>One way to reach a person. An address or number belongs to one person at a time.</summary>
public sealed class Contact
{
    private Contact() { }

    public Contact(PersonId person, EmailAddress email) => (PersonId, Kind, Value) = (person, ContactKind.Email, email.Value);

    public Contact(PersonId person, PhoneNumber phone) => (PersonId, Kind, Value) = (person, ContactKind.Phone, phone.Value);

    public PersonId PersonId { get; private set; }

    public ContactKind Kind { get; private init; }

    public string Value { get; private init; } = "";

    /// <summary>The one they would rather be reached at, of its kind.</summary>
    public bool IsPreferred { get; private set; }

    /// <summary>What is sent there doesn't arrive, or nobody answers any more.</summary>
    public bool IsDead { get; private set; }

    /// <summary>As people write it.</summary>
    public string ForPeople => Kind == ContactKind.Phone ? PhoneNumber.Read(Value)?.ForPeople() ?? Value : Value;

    internal void Prefer(bool preferred) => IsPreferred = preferred;

    internal void Mark(bool dead) => (IsDead, IsPreferred) = (dead, IsPreferred && !dead);

    internal void GoTo(PersonId person) => (PersonId, IsPreferred) = (person, false);
}
