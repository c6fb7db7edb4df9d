using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Topics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Doors.Mailboxes;

internal sealed class MailboxMap : IEntityTypeConfiguration<Mailbox>
{
    /// <summary>A folder's progress is short as long as its mail is taken in order.</summary>
    private const int LongestProgress = 20_000;

    public void Configure(EntityTypeBuilder<Mailbox> b)
    {
        b.ToTable("Mailboxes");
        b.Property(m => m.Id).ValueGeneratedNever();
        b.Property(m => m.Address).HasMaxLength(EmailAddress.MaxLength);
        b.Property(m => m.Aliases).HasMaxLength((EmailAddress.MaxLength + 1) * WishedMailbox.MostAliases);
        foreach (var text in new[] { nameof(Mailbox.UserName), nameof(Mailbox.ReadingHost), nameof(Mailbox.SendingHost), nameof(Mailbox.Folder), nameof(Mailbox.SentFolder), nameof(Mailbox.TrustedServer) })
            b.Property(text).HasMaxLength(MailServer.LongestHost);
        foreach (var text in new[] { nameof(Mailbox.FinnishSignature), nameof(Mailbox.SwedishSignature), nameof(Mailbox.EnglishSignature) })
            b.Property(text).HasMaxLength(Limits.Reason);
        b.Property(m => m.ReadingTrouble).HasMaxLength(60);
        b.Property(m => m.SendingTrouble).HasMaxLength(60);
        b.Property(m => m.Progress).HasMaxLength(LongestProgress);
        b.Ignore(m => m.IsOn);
        b.Ignore(m => m.Reading);
        b.Ignore(m => m.Sending);
        b.Ignore(m => m.OtherAddresses);
        b.Ignore(m => m.LacksKey);
        b.Ignore(m => m.MaySend);
        b.Ignore(m => m.MayBeRead);
        // Of two nodes that take the same one, one does.
        b.Property(m => m.ReadUntil).IsConcurrencyToken();
        b.HasIndex(m => m.Address).IsUnique().HasFilter("dropped_at IS NULL");
        b.HasOne<Topic>().WithMany().HasForeignKey(m => m.TopicId);
    }
}
