using Lupaus.Ground.Api;
using Lupaus.Ground.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.Api;

internal sealed class ApiKeyMap : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> b)
    {
        b.Property(k => k.Id).ValueGeneratedNever();
        b.Property(k => k.Name).HasMaxLength(Limits.Name);
        b.Property(k => k.SecretHash).HasMaxLength(64);
        b.HasOne<Agent>().WithMany().HasForeignKey(k => k.OnlyAs);
        b.HasIndex(k => k.SecretHash).IsUnique();
    }
}
