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

internal sealed class RestorationMap : IEntityTypeConfiguration<Restoration>
{
    public void Configure(EntityTypeBuilder<Restoration> b)
    {
        b.ToTable("Restorations");
        b.Property(r => r.Id).ValueGeneratedNever();
    }
}

internal sealed class ClockworkMap : IEntityTypeConfiguration<Clockwork>
{
    public void Configure(EntityTypeBuilder<Clockwork> b)
    {
        b.ToTable("Clockwork");
        b.HasKey(c => c.Name);
        b.Property(c => c.Name).HasMaxLength(60);
        // Of two nodes that claim at the same moment one wins.
        b.Property(c => c.DueAt).IsConcurrencyToken();
        b.Property(c => c.ClaimedUntil).IsConcurrencyToken();
    }
}
