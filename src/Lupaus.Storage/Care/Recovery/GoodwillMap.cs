using Lupaus.Care.Recovery;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Care.Recovery;

internal sealed class GoodwillMap : IEntityTypeConfiguration<Goodwill>
{
    public void Configure(EntityTypeBuilder<Goodwill> b)
    {
        b.ToTable("Goodwill", t => t.HasCheckConstraint("ck_goodwill_cents", "cents > 0"));
        b.Property(g => g.Id).ValueGeneratedNever();
        b.Property(g => g.What).HasMaxLength(Goodwill.MostWhat);
        b.Property(g => g.Reason).HasMaxLength(Limits.Reason);
        b.HasOne<Ticket>().WithMany().HasForeignKey(g => g.TicketId);
        b.HasOne<Agent>().WithMany().HasForeignKey(g => g.GiverId);
        b.HasOne<Duty>().WithMany().HasForeignKey(g => g.DutyId);
        // How much of the month's limit is left, and the month's list.
        b.HasIndex(g => new { g.GiverId, g.At });
        b.HasIndex(g => g.At);
    }
}

internal sealed class GoodwillReturnMap : IEntityTypeConfiguration<GoodwillReturn>
{
    public void Configure(EntityTypeBuilder<GoodwillReturn> b)
    {
        b.ToTable("GoodwillReturns");
        b.HasKey(r => r.GoodwillId);
        b.Property(r => r.GoodwillId).ValueGeneratedNever();
        b.Property(r => r.Reason).HasMaxLength(Limits.Reason);
        b.HasOne<Goodwill>().WithOne().HasForeignKey<GoodwillReturn>(r => r.GoodwillId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(r => r.TicketId);
        b.HasOne<Agent>().WithMany().HasForeignKey(r => r.ById);
    }
}
