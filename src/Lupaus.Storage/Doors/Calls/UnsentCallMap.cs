using Lupaus.Doors.Calls;
using Lupaus.Ground.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Doors.Calls;

internal sealed class UnsentCallMap : IEntityTypeConfiguration<UnsentCall>
{
    public void Configure(EntityTypeBuilder<UnsentCall> b)
    {
        b.ToTable("UnsentCalls");
        b.HasKey(u => u.AgentId);
        b.Property(u => u.AgentId).ValueGeneratedNever();
        b.Property(u => u.Form).HasMaxLength(UnsentCall.MaxLength);
        b.HasOne<Agent>().WithOne().HasForeignKey<UnsentCall>(u => u.AgentId);
    }
}
