using Lupaus.Core.Tickets;
using Lupaus.Work.Search;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Work.Search;

internal sealed class SearchEntryMap : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> b)
    {
        b.ToTable("SearchEntries", t => t.HasCheckConstraint("ck_search_entries_id", "id = coalesce(message_id, ticket_id)"));
        b.Property(e => e.Id).ValueGeneratedNever();
        b.Property(e => e.MadeBy).HasMaxLength(40);
        b.HasOne<Message>().WithOne().HasForeignKey<SearchEntry>(e => e.MessageId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Ticket>().WithMany().HasForeignKey(e => e.TicketId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(e => new { e.TicketId, e.MessageId });
        b.HasIndex(e => new { e.MadeBy, e.Id });
    }
}
