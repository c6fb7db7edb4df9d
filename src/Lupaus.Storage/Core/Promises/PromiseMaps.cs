using Lupaus.Core.Promises;
using Lupaus.Ground.Identity;
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
