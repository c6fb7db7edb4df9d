namespace Lupaus.Storage.Ground.Foundations;

/// <summary>A key of ours, kept in the database so that every web node has the same; protected before it gets here.</summary>
public sealed class Secret
{
    private Secret() { }

    public Secret(string name, string value) => (Name, Value) = (name, value);

    public string Name { get; private init; } = "";

    public string Value { get; private set; } = "";

    public void Becomes(string value) => Value = value;
}
