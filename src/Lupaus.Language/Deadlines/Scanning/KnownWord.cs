using Lupaus.Language.Deadlines.Phrases;

namespace Lupaus.Language.Deadlines.Scanning;

/// <summary>A word that phrases are made of: what it may stand for, and the phrases that may begin with it.</summary>
internal sealed class KnownWord(string text)
{
    private readonly Dictionary<Slot, int> meanings = [];

    public string Text => text;

    public List<Phrase> Begins { get; } = [];

    public IEnumerable<Slot> Slots => meanings.Keys;

    public void Means(Slot slot, int value) => meanings.TryAdd(slot, value);

    public bool Is(Slot slot) => meanings.ContainsKey(slot);

    public bool Is(Slot slot, out int value) => meanings.TryGetValue(slot, out value);
}
