namespace Lupaus.Ground.People;

/// <summary>Something the company wants to know of its customers: a customer number, a contract, a dog's name.</summary>
public sealed class OwnField
{
    public const int MaxName = 60;
    public const int MaxValue = 300;
    public const int Most = 20;

    private OwnField() { }

    internal OwnField(PersonId person, string name, string value) => (PersonId, Name, Value) = (person, name, value);

    public PersonId PersonId { get; private init; }

    public string Name { get; private init; } = "";

    public string Value { get; private set; } = "";

    internal void Say(string value) => Value = value;
}
