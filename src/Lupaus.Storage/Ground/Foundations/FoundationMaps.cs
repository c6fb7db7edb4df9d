using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.Foundations;

internal sealed class OnceMap : IEntityTypeConfiguration<Once>
{
    public void Configure(EntityTypeBuilder<Once> b)
    {
        b.HasKey(o => new { o.Name, o.Key });
        b.Property(o => o.Name).HasMaxLength(Source.MaxLength);
        b.Property(o => o.Key).HasMaxLength(Source.MaxLength);
        b.Property(o => o.Fingerprint).HasMaxLength(64);
    }
}

internal sealed class SecretMap : IEntityTypeConfiguration<Secret>
{
    public void Configure(EntityTypeBuilder<Secret> b)
    {
        b.HasKey(s => s.Name);
        b.Property(s => s.Name).HasMaxLength(200);
    }
}
