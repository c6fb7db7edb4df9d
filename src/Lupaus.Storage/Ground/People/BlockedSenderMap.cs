using Lupaus.Ground.People;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.People;

internal sealed class BlockedSenderMap : IEntityTypeConfiguration<BlockedSender>
{
    public void Configure(EntityTypeBuilder<BlockedSender> b)
    {
        b.ToTable("BlockedSenders");
        b.Property(s => s.Id).ValueGeneratedNever();
        b.Property(s => s.Value).HasMaxLength(EmailAddress.MaxLength);
        b.HasIndex(s => s.Value).IsUnique();
    }
}

public static class BlockedSendersStored
{
    /// <summary>Whether we don't listen to what comes from this address for now.</summary>
    public static async Task<bool> IsBlocked(this LupausDb db, EmailAddress? sender, CancellationToken stop)
    {
        if (sender is not { } address)
            return false;
        var (whole, domain) = (address.Value, BlockedSender.DomainOf(address));
        return await db.BlockedSenders.AnyAsync(s => s.Value == whole || s.Value == domain, stop);
    }
}
