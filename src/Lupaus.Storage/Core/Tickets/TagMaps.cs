using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Core.Tickets;

internal sealed class TagMap : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> b)
    {
        b.ToTable("Tags");
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.Name).HasMaxLength(Tag.MaxLength);
        b.Property(t => t.Key).HasMaxLength(Tag.MaxLength);
        b.HasIndex(t => t.Key).IsUnique();
    }
}

internal sealed class TicketTagMap : IEntityTypeConfiguration<TicketTag>
{
    public void Configure(EntityTypeBuilder<TicketTag> b)
    {
        b.ToTable("TicketTags");
        b.HasKey(t => new { t.TicketId, t.TagId });
        b.HasIndex(t => new { t.TagId, t.TicketId });
        b.HasOne<Ticket>().WithMany().HasForeignKey(t => t.TicketId);
        b.HasOne<Tag>().WithMany().HasForeignKey(t => t.TagId);
        b.HasOne<Agent>().WithMany().HasForeignKey(t => t.By);
    }
}
