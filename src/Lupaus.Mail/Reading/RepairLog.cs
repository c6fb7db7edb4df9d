namespace Lupaus.Mail.Reading;

/// <summary>What had to be repaired, each word once, in the order it was met.</summary>
internal sealed class RepairLog
{
    private readonly List<string> _words = [];

    public IReadOnlyList<string> Words => _words;

    public void Add(string word)
    {
        if (!_words.Contains(word))
            _words.Add(word);
    }
}
