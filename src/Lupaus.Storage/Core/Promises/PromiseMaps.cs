using Lupaus.Core.Promises;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Core.Promises;

internal sealed class PromiseEndMap : IEntityTypeConfiguration<PromiseEnd>
{
    public void Configure(EntityTypeBuilder<PromiseEnd> b)
    {
        // SQLite checks each statement at once and saving goes by table name: the ledger's name has to stand before
        // "tickets", so that the line is there when the live promise changes.
        b.ToTable("PromiseEnds", t =>
        {
            t.HasCheckConstraint("ck_promise_end_order", "made_at <= at AND at <= due AND at <= noticed_at");
            t.HasCheckConstraint("ck_promise_end_how", "how IN ('Kept', 'Moved', 'Broken', 'Withdrawn') AND (how = 'Broken' OR noticed_at <= due)");
        });
        b.HasKey(e => new { e.TicketId, e.Number });
        b.HasOne<Agent>().WithMany().HasForeignKey(e => e.Promiser);
        b.HasIndex(e => e.At);
    }
}

internal sealed class PromiseWordsMap : IEntityTypeConfiguration<PromiseWords>
{
    public void Configure(EntityTypeBuilder<PromiseWords> b)
    {
        b.ToTable("PromiseWords");
        b.HasKey(w => new { w.TicketId, w.Number });
        b.Property(w => w.Text).HasMaxLength(PromiseWords.MaxLength);
    }
}

internal sealed class PromiseBasisMap : IEntityTypeConfiguration<PromiseBasis>
{
    public void Configure(EntityTypeBuilder<PromiseBasis> b)
    {
        b.ToTable("PromiseBases", t => t.HasCheckConstraint("ck_promise_basis",
            "count >= 0 AND (level IS NULL OR (level > 0 AND level < 1)) AND (ratio IS NULL OR (ratio >= 0 AND learnt_at IS NOT NULL AND was_kept IS NOT NULL))"));
        b.HasKey(p => new { p.TicketId, p.Number });
        b.Ignore(p => p.Kind);
        b.Property(p => p.WasKept).IsConcurrencyToken();
        b.Property(p => p.LearntAt).IsConcurrencyToken();
        b.HasOne<Topic>().WithMany().HasForeignKey(p => p.TopicId);
        b.HasIndex(p => p.Due).HasFilter("learnt_at IS NULL").HasDatabaseName("ix_promise_bases_to_learn");
        b.HasIndex(p => new { p.TopicId, p.Pace, p.LearntAt }).HasFilter("ratio IS NOT NULL").HasDatabaseName("ix_promise_bases_learnt");
    }
}

internal sealed class AllowedRiskMap : IEntityTypeConfiguration<AllowedRisk>
{
    public void Configure(EntityTypeBuilder<AllowedRisk> b)
    {
        b.ToTable("AllowedRisks", t => t.HasCheckConstraint("ck_allowed_risk", "kept >= 0 AND missed >= 0"));
        b.HasKey(r => new { r.TopicId, r.Pace });
        b.Ignore(r => r.Kind);
        b.Property(r => r.Kept).IsConcurrencyToken();
        b.Property(r => r.Missed).IsConcurrencyToken();
        b.HasOne<Topic>().WithMany().HasForeignKey(r => r.TopicId);
    }
}
