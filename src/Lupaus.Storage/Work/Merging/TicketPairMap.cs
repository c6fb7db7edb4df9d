using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Work.Merging;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Work.Merging;

internal sealed class TicketPairMap : IEntityTypeConfiguration<TicketPair>
{
    public void Configure(EntityTypeBuilder<TicketPair> b)
    {
        b.ToTable("TicketPairs", t => t.HasCheckConstraint("ck_ticket_pair_order", "one < other"));
        b.HasKey(p => new { p.One, p.Other, p.Pairing });
        b.HasIndex(p => p.Other);
        b.HasOne<Ticket>().WithMany().HasForeignKey(p => p.One);
        b.HasOne<Ticket>().WithMany().HasForeignKey(p => p.Other);
        b.HasOne<Agent>().WithMany().HasForeignKey(p => p.By);
    }
}
