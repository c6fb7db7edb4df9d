using Lupaus.Core.Queue;
using Lupaus.Ground.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Core.Queue;

internal sealed class TurnsTakenMap : IEntityTypeConfiguration<TurnsTaken>
{
    public void Configure(EntityTypeBuilder<TurnsTaken> b)
    {
        b.ToTable("TurnsTaken", t => t.HasCheckConstraint("ck_turns_taken_count", "count >= 0"));
        b.HasKey(t => t.AgentId);
        b.Property(t => t.Count).IsConcurrencyToken();
        b.HasOne<Agent>().WithOne().HasForeignKey<TurnsTaken>(t => t.AgentId);
    }
}
