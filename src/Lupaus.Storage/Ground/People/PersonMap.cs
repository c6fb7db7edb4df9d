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
        b.HasMany(p => p.Contacts).WithOne().HasForeignKey(c => c.PersonId);
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
