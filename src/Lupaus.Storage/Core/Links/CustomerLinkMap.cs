using Lupaus.Core.Links;
using Lupaus.Ground.People;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Core.Links;

internal sealed class CustomerLinkMap : IEntityTypeConfiguration<CustomerLink>
{
    public void Configure(EntityTypeBuilder<CustomerLink> b)
    {
        b.Property(l => l.Id).ValueGeneratedNever();
        // No foreign key to tickets: a link is made before the ticket's own row, for the letter that tells of it.
        b.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
        b.HasIndex(l => l.TicketId);
    }
}
