namespace Lupaus.Language.Morphology;

/// <summary>Readings of one word, as the walk finds them; one that says the same as another is left out.</summary>
internal sealed class ReadingList(Transducer transducer) : IPaths
{
    private const int Most = 60;

    private readonly List<Reading> readings = [];

    public Reading[] Readings => [.. readings];

    public bool Found(ReadOnlySpan<ushort> written)
    {
        var reading = ReadingParser.Read(written, transducer.Symbols, transducer.Boundary);
        if (!readings.Exists(reading.SaysTheSame))
            readings.Add(reading);
        return readings.Count < Most;
    }
}
