using System.Security.Cryptography;

namespace Lupaus.Ground.Files;

/// <summary>A file's content, kept once however often it is sent: cut into chunks and known by its SHA-256.</summary>
public sealed class StoredFile
{
    public const int ChunkSize = 256 * 1024;

    private readonly List<FileChunk> chunks = [];

    private StoredFile() { }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Bytes.</summary>
    public long Length { get; private init; }

    /// <summary>What the content says it is, by its first bytes; never what the sender claims.</summary>
    public string Type { get; private init; } = "";

    public DateTimeOffset StoredAt { get; private init; }

    public IReadOnlyList<FileChunk> Chunks => chunks;

    public static StoredFile Keep(byte[] content, DateTimeOffset now)
    {
        var file = new StoredFile
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(content)),
            Length = content.LongLength,
            Type = SniffedType.Of(content),
            StoredAt = now,
        };
        for (var start = 0; start < content.Length; start += ChunkSize)
            file.chunks.Add(new FileChunk(file.Hash, start / ChunkSize, content[start..Math.Min(start + ChunkSize, content.Length)]));
        return file;
    }
}

public sealed class FileChunk
{
    private FileChunk() { }

    internal FileChunk(string hash, int number, byte[] content) => (Hash, Number, Content) = (hash, number, content);

    public string Hash { get; private init; } = "";

    public int Number { get; private init; }

    public byte[] Content { get; private init; } = [];
}
