using Lupaus.Ground.Files;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.Files;

internal sealed class StoredFileMap : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> b)
    {
        b.ToTable("Files");
        b.HasKey(f => f.Hash);
        b.Property(f => f.Hash).HasMaxLength(64);
        b.Property(f => f.Type).HasMaxLength(100);
        b.HasMany(f => f.Chunks).WithOne().HasForeignKey(c => c.Hash);
    }
}

internal sealed class FileChunkMap : IEntityTypeConfiguration<FileChunk>
{
    public void Configure(EntityTypeBuilder<FileChunk> b)
    {
        b.ToTable("FileChunks");
        b.HasKey(c => new { c.Hash, c.Number });
        b.Property(c => c.Hash).HasMaxLength(64);
    }
}

internal sealed class AttachmentMap : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> b)
    {
        b.Property(a => a.Id).ValueGeneratedNever();
        b.Property(a => a.Name).HasMaxLength(Limits.Name);
        b.Property(a => a.Type).HasMaxLength(100);
        b.Property(a => a.Hash).HasMaxLength(64);
        b.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.Hash);
    }
}
