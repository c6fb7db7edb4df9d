using Lupaus.Care.Playbooks;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Work.Automation;
using Lupaus.Work.Batches;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Care.Playbooks;

internal sealed class PlaybookMap : IEntityTypeConfiguration<Playbook>
{
    public void Configure(EntityTypeBuilder<Playbook> b)
    {
        b.ToTable("Playbooks", t =>
        {
            t.HasCheckConstraint("ck_playbook_says_something", "answer_finnish IS NOT NULL OR answer_swedish IS NOT NULL OR answer_english IS NOT NULL");
            t.HasCheckConstraint("ck_playbook_goes_on", "(going_on_since IS NULL) = (going_on_until IS NULL) AND (dropped_at IS NULL OR going_on_until IS NULL OR going_on_until <= dropped_at)");
        });
        b.Property(p => p.Id).ValueGeneratedNever();
        b.Property(p => p.Name).HasMaxLength(Limits.Name);
        b.Property(p => p.UseWhen).HasMaxLength(Limits.Reason);
        b.ComplexProperty(p => p.Answer, a => InLanguages(a, SavedReply.MaxLength));
        b.ComplexProperty(p => p.Promised, a => InLanguages(a, PromiseWords.MaxLength));
        b.Property(p => p.Signs).HasConversion<Written<IReadOnlyList<string>>, WrittenComparer<IReadOnlyList<string>>>();
        b.Ignore(p => p.Text);
    }

    private static void InLanguages(ComplexPropertyBuilder<SavedTexts> b, int most)
    {
        b.Ignore(t => t.All);
        b.Property(t => t.Finnish).HasMaxLength(most);
        b.Property(t => t.Swedish).HasMaxLength(most);
        b.Property(t => t.English).HasMaxLength(most);
    }
}

internal sealed class PlaybookMatchMap : IEntityTypeConfiguration<PlaybookMatch>
{
    public void Configure(EntityTypeBuilder<PlaybookMatch> b)
    {
        b.ToTable("PlaybookMatches", t =>
        {
            t.HasCheckConstraint("ck_playbook_match_answered", "(answered_at IS NULL) = (answered_by IS NULL)");
            t.HasCheckConstraint("ck_playbook_match_dismissed", "(dismissed_at IS NULL) = (dismissed_by IS NULL) AND (dismissed_at IS NULL OR answered_at IS NULL)");
        });
        // One for each pair: two who answer at once are one answer.
        b.HasKey(m => new { m.TicketId, m.PlaybookId });
        b.HasIndex(m => m.PlaybookId);
        b.HasOne<Playbook>().WithMany().HasForeignKey(m => m.PlaybookId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId);
        b.HasOne<Message>().WithMany().HasForeignKey(m => m.SeenIn);
        b.HasOne<Agent>().WithMany().HasForeignKey(m => m.AnsweredBy);
        b.HasOne<Agent>().WithMany().HasForeignKey(m => m.DismissedBy);
        b.Ignore(m => m.IsOpen);
    }
}

/// <summary>Many that were answered at once are a batch, which stands further up the street and knows the id alone.</summary>
internal sealed class BatchOfPlaybookMap : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> b) => b.HasOne<Playbook>().WithMany().HasForeignKey(x => x.Playbook);
}
