using Lupaus.Care.Thanks;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Care.Thanks;

internal sealed class ThankYouMap : IEntityTypeConfiguration<ThankYou>
{
    public void Configure(EntityTypeBuilder<ThankYou> b)
    {
        b.ToTable("ThankYous", t =>
        {
            t.HasCheckConstraint("ck_thank_you_to_another", "from_id <> to_id");
            t.HasCheckConstraint("ck_thank_you_taken_back", "taken_back_at IS NULL OR words IS NULL");
        });
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.Words).HasMaxLength(ThankYou.MostWords);
        b.HasOne<Ticket>().WithMany().HasForeignKey(t => t.TicketId);
        b.HasOne<Agent>().WithMany().HasForeignKey(t => t.FromId);
        b.HasOne<Agent>().WithMany().HasForeignKey(t => t.ToId);
        // In one matter somebody is thanked once by each; two presses are one.
        b.HasIndex(t => new { t.TicketId, t.FromId, t.ToId }).IsUnique().HasFilter("taken_back_at IS NULL");
        b.HasIndex(t => t.At);
    }
}
