namespace Lupaus.Mail.Reading;

/// <summary>How far the reader goes along with a message. What lies beyond is left out or kept whole, and said in the repairs.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static ReadingLimits Usual { get; } = new();

    /// <summary>How deep parts may lie in each other, messages within messages included.</summary>
    public int Depth { get; init; } = 20;

    /// <summary>How many parts one message may have.</summary>
    public int Parts { get; init; } = 1000;

    /// <summary>How many header fields all parts of one message may have together.</summary>
    public int HeaderFields { get; init; } = 3000;

    /// <summary>How many bytes of one header field are read.</summary>
    public int HeaderLength { get; init; } = 64 * 1024;

    /// <summary>How many addresses one header field may name.</summary>
    public int Addresses { get; init; } = 1000;

    /// <summary>How many message ids one header field may name.</summary>
    public int References { get; init; } = 200;

    /// <summary>How many uuencoded files one text may hold.</summary>
    public int UuencodedFiles { get; init; } = 100;
}
