using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Work.Batches;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Work.Batches;

internal sealed class BatchMap : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> b)
    {
        b.ToTable("Batches");
        b.Property(x => x.Id).ValueGeneratedNever();
        b.Property(x => x.Source).HasMaxLength(2 * Source.MaxLength + 1);
        b.HasIndex(x => x.Source).IsUnique();
        b.HasMany(x => x.Lines).WithOne().HasForeignKey(l => l.BatchId);
        b.HasOne<Agent>().WithMany().HasForeignKey(x => x.By);
        b.HasOne<Agent>().WithMany().HasForeignKey(x => x.GivenTo);
        b.HasOne<Agent>().WithMany().HasForeignKey(x => x.UndoneBy);
        b.HasOne<Tag>().WithMany().HasForeignKey(x => x.Tag);
        b.HasOne<Lupaus.Ground.Topics.Topic>().WithMany().HasForeignKey(x => x.Topic);
        // Two who take the same batch back at once: one of them reads that it is done.
        b.Property(x => x.UndoneAt).IsConcurrencyToken();
    }
}

internal sealed class BatchLineMap : IEntityTypeConfiguration<BatchLine>
{
    public void Configure(EntityTypeBuilder<BatchLine> b)
    {
        b.ToTable("BatchLines");
        b.HasKey(l => new { l.BatchId, l.TicketId });
        b.Property(l => l.WhyNot).HasMaxLength(60);
        b.HasOne<Ticket>().WithMany().HasForeignKey(l => l.TicketId);
    }
}
