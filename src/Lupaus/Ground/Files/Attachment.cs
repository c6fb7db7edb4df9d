namespace Lupaus.Ground.Files;

public readonly record struct AttachmentId(long Value) : IId<AttachmentId>
{
    public static AttachmentId From(long value) => new(value);
}

/// <summary>A file that goes along with a message.</summary>
/// <param name="IsInline">The message's text shows it where it belongs.</param>
public sealed record Enclosure(StoredFile File, string Name, bool IsInline = false);

/// <summary>A file as it came with one message, under the name its sender gave it.</summary>
public sealed class Attachment
{
    public const int MaxCount = 10;
    public const long MaxBytes = 20 * 1024 * 1024;
    public const long MaxBytesTogether = 40 * 1024 * 1024;

    private Attachment() { }

    public AttachmentId Id { get; private init; }

    public MessageId MessageId { get; private init; }

    public string Hash { get; private init; } = "";

    public string Name { get; private init; } = "";

    public string Type { get; private init; } = "";

    public long Length { get; private init; }

    /// <summary>A picture within the text of the mail it came with.</summary>
    public bool IsInline { get; private init; }

    public static Attachment Of(MessageId message, Enclosure enclosed, DateTimeOffset now) => new()
    {
        Id = new(Ids.Next(now)),
        MessageId = message,
        Hash = enclosed.File.Hash,
        Name = SafeName(enclosed.Name),
        Type = enclosed.File.Type,
        Length = enclosed.File.Length,
        IsInline = enclosed.IsInline && SniffedType.IsPicture(enclosed.File.Type),
    };

    public static Refusal? WhyNotAttach(IReadOnlyCollection<long> lengths) =>
        lengths.Count > MaxCount ? Refusal.Because("files.many").With("limit", MaxCount) :
        lengths.Any(l => l == 0) ? Refusal.Because("files.empty") :
        lengths.Any(l => l > MaxBytes) ? Refusal.Because("files.big").With("limit", MaxBytes / 1024 / 1024) :
        lengths.Sum() > MaxBytesTogether ? Refusal.Because("files.together").With("limit", MaxBytesTogether / 1024 / 1024) :
        null;

    /// <summary>The last part of whatever path the sender's machine gave, without characters that file systems or headers mind.</summary>
    public static string SafeName(string name)
    {
        var last = name.OneLine().Split('/', '\\')[^1];
        var safe = new string(last.Where(c => !"<>:\"|?*".Contains(c)).ToArray()).Trim(' ', '.');
        // The end carries the extension, so the beginning gives way.
        return safe.Length == 0 ? "file" : safe.Length > Limits.Name ? safe[^Limits.Name..].Cleaned() : safe;
    }
}
