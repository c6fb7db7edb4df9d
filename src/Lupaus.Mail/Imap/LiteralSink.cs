namespace Lupaus.Mail.Imap;

/// <summary>Where the message that is being fetched goes, and how much of it may come.</summary>
internal sealed class LiteralSink(Stream to, long limit)
{
    /// <summary>Stands in a response for a message that went into a sink.</summary>
    public const string Mark = "\u0000message";

    public bool IsUsed { get; private set; }

    public bool IsTooBig { get; private set; }

    /// <summary>Whether a literal of so many bytes may come now.</summary>
    public bool Takes(long count)
    {
        IsTooBig |= count > limit;
        var may = !IsTooBig && !IsUsed;
        IsUsed = true;
        return may;
    }

    public ValueTask Write(ReadOnlyMemory<byte> bytes, CancellationToken stop) => to.WriteAsync(bytes, stop);
}
