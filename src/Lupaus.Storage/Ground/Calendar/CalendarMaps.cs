using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.Calendar;

internal sealed class WorkingHoursMap : IEntityTypeConfiguration<WorkingHours>
{
    public void Configure(EntityTypeBuilder<WorkingHours> b)
    {
        b.HasKey(h => h.AgentId);
        b.HasOne<Agent>().WithOne().HasForeignKey<WorkingHours>(h => h.AgentId);
    }
}

internal sealed class ClosedDayMap : IEntityTypeConfiguration<ClosedDay>
{
    public void Configure(EntityTypeBuilder<ClosedDay> b)
    {
        b.Property(d => d.Id).ValueGeneratedNever();
        b.Property(d => d.Name).HasMaxLength(Limits.Name);
        b.HasIndex(d => d.Day).IsUnique();
    }
}

internal sealed class AbsenceMap : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> b)
    {
        b.Property(a => a.Id).ValueGeneratedNever();
        b.HasOne<Agent>().WithMany().HasForeignKey(a => a.AgentId);
        b.HasOne<Agent>().WithMany().HasForeignKey(a => a.StandInId);
        b.HasIndex(a => a.Until);
    }
}
