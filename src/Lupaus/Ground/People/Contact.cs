namespace Lupaus.Ground.People;

public enum ContactKind { Email, Phone }

/// <summary>One way to reach a person. An address or number belongs to one person at a time.</summary>
public sealed class Contact
{
    private Contact() { }

    public Contact(PersonId person, EmailAddress email) => (PersonId, Kind, Value) = (person, ContactKind.Email, email.Value);

    public Contact(PersonId person, PhoneNumber phone) => (PersonId, Kind, Value) = (person, ContactKind.Phone, phone.Value);

    public PersonId PersonId { get; private init; }

    public ContactKind Kind { get; private init; }

    public string Value { get; private init; } = "";
}
