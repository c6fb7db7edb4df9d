using Lupaus.Ground.People;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.People;

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> b)
    {
        b.ToTable("People");
        b.Property(p => p.Id).ValueGeneratedNever();
        b.Property(p => p.Name).HasMaxLength(EmailAddress.MaxLength);
        b.Property(p => p.Notes).HasMaxLength(Person.MaxNotes);
        b.HasMany(p => p.Contacts).WithOne().HasForeignKey(c => c.PersonId);
        b.HasMany(p => p.Fields).WithOne().HasForeignKey(f => f.PersonId);
        b.HasMany(p => p.Words).WithOne().HasForeignKey(w => w.PersonId);
        b.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        b.HasOne<Person>().WithMany().HasForeignKey(p => p.MergedIntoId);
    }
}

internal sealed class ContactMap : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> b)
    {
        b.HasKey(c => new { c.Kind, c.Value });
        b.Property(c => c.Value).HasMaxLength(EmailAddress.MaxLength);
    }
}
