using Lupaus.Core.Links;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Core.Outbox;

internal sealed class OutboxMap : IEntityTypeConfiguration<OutboxEntry>
{
    public void Configure(EntityTypeBuilder<OutboxEntry> b)
    {
        // Tickets and messages refer to this table, so it refers to neither: `lupaus check` looks that each entry has its message.
        b.ToTable("Outbox", t => t.HasCheckConstraint("ck_outbox_whose", "CASE letter WHEN 'Message' THEN ticket_id IS NOT NULL AND copy_of IS NULL WHEN 'Copy' THEN ticket_id IS NOT NULL AND copy_of IS NOT NULL AND link_id IS NOT NULL WHEN 'FreshLinks' THEN link_id IS NOT NULL WHEN 'TooBig' THEN address IS NOT NULL AND agent_id IS NULL ELSE agent_id IS NOT NULL END"));
        b.Property(o => o.Id).ValueGeneratedNever();
        b.Property(o => o.Address).HasMaxLength(EmailAddress.MaxLength);
        b.Property(o => o.Secret).HasMaxLength(100);
        b.Property(o => o.About).HasMaxLength(Limits.Name);
        b.Property(o => o.InternetMessageId).HasMaxLength(300);
        b.Property(o => o.Trouble).HasMaxLength(Limits.Reason);
        // Who sends an entry and who makes it needless may meet: the later one reads it again.
        b.Property(o => o.State).IsConcurrencyToken();
        b.Property(o => o.Attempts).IsConcurrencyToken();
        b.HasIndex(o => o.InternetMessageId).IsUnique();
        b.HasIndex(o => o.NotBefore).HasFilter("state IN ('Waiting', 'Sending')").HasDatabaseName("ix_outbox_to_send");
        b.HasIndex(o => o.NotBefore, "ix_outbox_calls_owed").HasFilter("way = 'Call' AND state = 'Waiting'").HasDatabaseName("ix_outbox_calls_owed");
        b.HasIndex(o => o.TicketId);
        b.HasIndex(o => o.CopyOf).HasFilter("copy_of IS NOT NULL").HasDatabaseName("ix_outbox_copies");
        b.HasMany<Message>().WithOne().HasForeignKey(MessageMap.SentAs);
        b.HasMany<Ticket>().WithOne().HasForeignKey(TicketMap.LiveToldIn).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Agent>().WithMany().HasForeignKey(o => o.AgentId);
        b.HasOne<CustomerLink>().WithMany().HasForeignKey(o => o.LinkId);
    }
}
