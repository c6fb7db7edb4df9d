using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Work.Replies;

internal sealed class JargonTermMap : IEntityTypeConfiguration<JargonTerm>
{
    public void Configure(EntityTypeBuilder<JargonTerm> b)
    {
        b.ToTable("JargonTerms");
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.Term).HasMaxLength(JargonTerm.MaxLength);
        b.Property(t => t.Key).HasMaxLength(JargonTerm.MaxLength);
        b.Property(t => t.Plain).HasMaxLength(JargonTerm.MaxLength);
        b.HasIndex(t => new { t.Language, t.Key }).IsUnique();
    }
}
