using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Work.Replies;

internal sealed class UnsentMap : IEntityTypeConfiguration<Unsent>
{
    public void Configure(EntityTypeBuilder<Unsent> b)
    {
        b.ToTable("Unsent");
        b.HasKey(u => new { u.TicketId, u.AgentId });
        b.Property(u => u.Reply).HasMaxLength(Unsent.MaxLength);
        b.Property(u => u.Note).HasMaxLength(Limits.Body);
        b.Property(u => u.CameBack).HasMaxLength(60);
        b.HasOne<Ticket>().WithMany().HasForeignKey(u => u.TicketId);
        b.HasOne<Agent>().WithMany().HasForeignKey(u => u.AgentId);
    }
}
