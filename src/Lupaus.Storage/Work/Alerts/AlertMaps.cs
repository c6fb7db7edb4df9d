using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Identity;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Work.Alerts;

internal sealed class AlertMap : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> b)
    {
        b.ToTable("Alerts", t =>
        {
            t.HasCheckConstraint("ck_alert_settled", "CASE WHEN settled_at IS NULL THEN how IS NULL AND read_at IS NULL ELSE how IS NOT NULL END");
            t.HasCheckConstraint("ck_alert_about", "(ticket_id IS NULL) <> (mailbox_id IS NULL)");
            t.HasCheckConstraint("ck_alert_mailed", "CASE WHEN how = 'Mailed' THEN mailed_in IS NOT NULL ELSE mailed_in IS NULL END");
        });
        b.Property(a => a.Id).ValueGeneratedNever();
        b.HasOne<Agent>().WithMany().HasForeignKey(a => a.AgentId);
        b.HasOne<Agent>().WithMany().HasForeignKey(a => a.FromId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(a => a.TicketId);
        b.HasOne<Mailbox>().WithMany().HasForeignKey(a => a.MailboxId);
        b.HasOne<OutboxEntry>().WithMany().HasForeignKey(a => a.MailedIn);
        // The same thing alerts the same person once, whoever sees it first.
        b.HasIndex(a => new { a.TicketId, a.Kind, a.What, a.AgentId }).IsUnique();
        b.HasIndex(a => new { a.MailboxId, a.Kind, a.What, a.AgentId }).IsUnique().HasFilter("mailbox_id IS NOT NULL").HasDatabaseName("ix_alerts_of_mailboxes");
        b.HasIndex(a => new { a.AgentId, a.Id });
        b.HasIndex(a => new { a.AgentId, a.At }).HasFilter("read_at IS NULL").HasDatabaseName("ix_alerts_unread");
        b.HasIndex(a => a.At).HasFilter("settled_at IS NULL").HasDatabaseName("ix_alerts_waiting");
        // Who shows it and who mails it may meet: the later one looks again.
        b.Property(a => a.SettledAt).IsConcurrencyToken();
    }
}

internal sealed class AlertWishesMap : IEntityTypeConfiguration<AlertWishes>
{
    public void Configure(EntityTypeBuilder<AlertWishes> b)
    {
        b.ToTable("AlertWishes", t => t.HasCheckConstraint("ck_alert_wishes_quiet", "(quiet_from IS NULL) = (quiet_until IS NULL)"));
        b.HasKey(w => w.AgentId);
        b.Property(w => w.AgentId).ValueGeneratedNever();
        b.HasOne<Agent>().WithMany().HasForeignKey(w => w.AgentId);
    }
}
