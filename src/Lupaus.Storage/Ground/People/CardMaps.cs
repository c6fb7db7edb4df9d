using Lupaus.Ground.People;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.People;

internal sealed class OrganisationMap : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> b)
    {
        b.ToTable("Organisations");
        b.Property(o => o.Id).ValueGeneratedNever();
        b.Property(o => o.Name).HasMaxLength(Limits.Name);
        b.Property(o => o.Key).HasMaxLength(Limits.Name);
        b.HasIndex(o => o.Key).IsUnique();
    }
}

internal sealed class OwnFieldMap : IEntityTypeConfiguration<OwnField>
{
    public void Configure(EntityTypeBuilder<OwnField> b)
    {
        b.ToTable("OwnFields");
        b.HasKey(f => new { f.PersonId, f.Name });
        b.Property(f => f.Name).HasMaxLength(OwnField.MaxName);
        b.Property(f => f.Value).HasMaxLength(OwnField.MaxValue);
    }
}

internal sealed class GivenWordMap : IEntityTypeConfiguration<GivenWord>
{
    public void Configure(EntityTypeBuilder<GivenWord> b)
    {
        b.ToTable("GivenWords", t => t.HasCheckConstraint("ck_given_word_ended",
            "CASE WHEN ended IS NULL THEN settled_by IS NULL AND settled_at IS NULL ELSE settled_by IS NOT NULL AND settled_at IS NOT NULL END"));
        b.Property(w => w.Id).ValueGeneratedNever();
        b.Property(w => w.What).HasMaxLength(Limits.Reason);
        b.HasIndex(w => w.PersonId);
    }
}

internal sealed class PersonMergeMap : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> b)
    {
        b.ToTable("PersonMerges", t => t.HasCheckConstraint("ck_person_merge_two", "from_id <> into_id"));
        b.Property(m => m.Id).ValueGeneratedNever();
        b.HasOne<Person>().WithMany().HasForeignKey(m => m.FromId);
        b.HasOne<Person>().WithMany().HasForeignKey(m => m.IntoId);
        b.HasMany(m => m.Contacts).WithOne().HasForeignKey(c => c.MergeId);
        b.HasMany(m => m.Matters).WithOne().HasForeignKey(c => c.MergeId);
        b.HasIndex(m => m.FromId).IsUnique().HasFilter("undone_at IS NULL").HasDatabaseName("ix_person_merges_standing");
    }
}

internal sealed class MergedContactMap : IEntityTypeConfiguration<MergedContact>
{
    public void Configure(EntityTypeBuilder<MergedContact> b)
    {
        b.ToTable("MergedContacts");
        b.HasKey(c => new { c.MergeId, c.Kind, c.Value });
        b.Property(c => c.Value).HasMaxLength(EmailAddress.MaxLength);
    }
}

internal sealed class MergedMatterMap : IEntityTypeConfiguration<MergedMatter>
{
    public void Configure(EntityTypeBuilder<MergedMatter> b)
    {
        b.ToTable("MergedMatters");
        b.HasKey(m => new { m.MergeId, m.TicketId });
    }
}
