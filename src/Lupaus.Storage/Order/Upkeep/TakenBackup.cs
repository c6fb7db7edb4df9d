using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Order.Upkeep;

/// <summary>A backup that was taken by itself, or why it could not be.</summary>
public sealed class TakenBackup
{
    public const int MostWords = 500;

    private TakenBackup() { }

    public TakenBackup(string file, long bytes, DateTimeOffset at) => (Id, File, Bytes, At) = (Ids.Next(at), file, bytes, at);

    public long Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string File { get; private init; } = "";

    public long Bytes { get; private init; }

    /// <summary>Why there is none, in words for the machine's keeper; null when it went well.</summary>
    public string? Trouble { get; private init; }

    public static TakenBackup Failed(string file, string why, DateTimeOffset at) =>
        new() { Id = Ids.Next(at), File = file, At = at, Trouble = why.Length > MostWords ? why[..MostWords] : why };
}

internal sealed class TakenBackupMap : IEntityTypeConfiguration<TakenBackup>
{
    public void Configure(EntityTypeBuilder<TakenBackup> b)
    {
        b.ToTable("Backups");
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.File).HasMaxLength(4096);
        b.Property(t => t.Trouble).HasMaxLength(TakenBackup.MostWords);
    }
}
