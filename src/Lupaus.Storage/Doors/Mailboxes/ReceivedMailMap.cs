using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Files;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Doors.Mailboxes;

internal sealed class ReceivedMailMap : IEntityTypeConfiguration<ReceivedMail>
{
    public void Configure(EntityTypeBuilder<ReceivedMail> b)
    {
        b.ToTable("ReceivedMails", t =>
        {
            // Invariant 3: nothing that came in is nobody's, unless one of ours said so or has still to look.
            t.HasCheckConstraint("ck_received_mail_belongs", "CASE fate WHEN 'Quarantined' THEN ticket_id IS NULL WHEN 'SetAside' THEN message_id IS NULL ELSE ticket_id IS NOT NULL END");
            t.HasCheckConstraint("ck_received_mail_is_said", "fate NOT IN ('Opened', 'Joined') OR message_id IS NOT NULL");
        });
        b.Property(m => m.Id).ValueGeneratedNever();
        b.Property(m => m.SourceKey).HasMaxLength(Source.MaxLength);
        b.Property(m => m.Door).HasMaxLength(Limits.Name);
        b.Property(m => m.InternetMessageId).HasMaxLength(ReceivedMail.LongestId);
        b.Property(m => m.RawHash).HasMaxLength(64);
        b.Property(m => m.From).HasMaxLength(EmailAddress.MaxLength);
        b.Property(m => m.Machine).HasMaxLength(60);
        b.Property(m => m.Checks).HasMaxLength(Limits.Name);
        b.Property(m => m.Trouble).HasMaxLength(Limits.Reason);
        b.HasIndex(m => m.SourceKey).IsUnique();
        b.HasIndex(m => m.InternetMessageId);
        b.HasIndex(m => m.TicketId);
        b.HasIndex(m => m.MessageId).IsUnique();
        b.HasIndex([nameof(ReceivedMail.Id)], "ix_received_mails_quarantined").HasFilter("fate = 'Quarantined'");
        b.Ignore(m => m.IsHeaderAlone);
        b.HasOne<OutboxEntry>().WithMany().HasForeignKey(m => m.ToldIn);
        b.HasOne<Mailbox>().WithMany().HasForeignKey(m => m.MailboxId);
        b.HasOne<StoredFile>().WithMany().HasForeignKey(m => m.RawHash);
        b.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId);
        b.HasOne<Message>().WithOne().HasForeignKey<ReceivedMail>(m => m.MessageId);
    }
}
