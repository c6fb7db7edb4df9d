using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Core.Tickets;

internal sealed class MessageMap : IEntityTypeConfiguration<Message>
{
    /// <summary>
    /// The outbox entry of a word to the customer. The schema wants one for each such word (invariant 4); it is set
    /// where the entry is made.
    /// </summary>
    public const string SentAs = "SentAs";

    // A call of ours says how it went; nothing else does.
    private const string WholeCall =
        """
        CASE WHEN channel = 'Call' AND direction = 'ToCustomer' THEN call_is_incoming IS NOT NULL AND call_started_at IS NOT NULL AND call_is_shared IS NOT NULL
            AND call_minutes IS NOT NULL AND call_minutes >= 0 AND call_outcome IS NOT NULL AND call_outcome IN ('Talked', 'Voicemail', 'NoAnswer') AND agent_id IS NOT NULL
        ELSE call_is_incoming IS NULL AND call_started_at IS NULL AND call_is_shared IS NULL AND call_minutes IS NULL AND call_outcome IS NULL END
        """;

    public void Configure(EntityTypeBuilder<Message> b)
    {
        b.ToTable("Messages", t =>
        {
            t.HasCheckConstraint("ck_message_to_customer_is_in_outbox", "CASE WHEN direction = 'ToCustomer' THEN sent_as IS NOT NULL AND sent_as = id ELSE sent_as IS NULL END");
            t.HasCheckConstraint("ck_message_from_customer_has_source", "direction <> 'FromCustomer' OR (source_name IS NOT NULL AND source_key IS NOT NULL AND person_id IS NOT NULL)");
            t.HasCheckConstraint("ck_message_call", WholeCall);
            t.HasCheckConstraint("ck_message_new_subject", "CASE WHEN new_subject IS NULL THEN belongs_since IS NULL ELSE direction = 'FromCustomer' END");
            t.HasCheckConstraint("ck_message_understood", "understood IS NULL OR (direction = 'ToCustomer' AND agent_id IS NOT NULL)");
            t.HasCheckConstraint("ck_message_direction", "direction IN ('FromCustomer', 'ToCustomer', 'Note')");
        });
        b.Property(m => m.Id).ValueGeneratedNever();
        b.Property(m => m.Body).HasMaxLength(Limits.Body);
        b.Property(m => m.Understood).HasMaxLength(Understanding.MostWords);
        b.Property(m => m.NewSubject).HasMaxLength(Limits.Subject);
        b.Property(m => m.SourceName).HasMaxLength(Source.MaxLength);
        b.Property(m => m.SourceKey).HasMaxLength(Source.MaxLength);
        b.Property<MessageId?>(SentAs);
        b.ComplexProperty(m => m.Call);
        b.Ignore(m => m.SendTo);
        b.HasOne<Agent>().WithMany().HasForeignKey(m => m.AgentId);
        b.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(m => m.CameFromId);
        b.HasMany(m => m.Attachments).WithOne().HasForeignKey(a => a.MessageId);
        b.Ignore(m => m.IsAutomatic);
        b.Ignore(m => m.IsCustomersWord);
        b.HasIndex(m => new { m.TicketId, m.Id });
        b.HasIndex(m => new { m.SourceName, m.SourceKey }).IsUnique();
    }
}
