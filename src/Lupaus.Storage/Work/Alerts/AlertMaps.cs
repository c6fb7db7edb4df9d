using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Work.Alerts;

internal sealed class AlertMap : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> b)
    {
        b.ToTable("Alerts", t => t.HasCheckConstraint("ck_alert_settled", "CASE WHEN settled_at IS NULL THEN \"end\" IS NULL ELSE \"end\" IS NOT NULL END"));
        b.Property(a => a.Id).ValueGeneratedNever();
        b.HasOne<Agent>().WithMany().HasForeignKey(a => a.AgentId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(a => a.TicketId);
        b.HasIndex(a => new { a.TicketId, a.Kind, a.What, a.AgentId }).IsUnique();
        b.HasIndex(a => new { a.AgentId, a.At }).HasFilter("settled_at IS NULL").HasDatabaseName("ix_alerts_to_show");
        b.Property(a => a.SettledAt).IsConcurrencyToken();
    }
}

internal sealed class AlertWishesMap : IEntityTypeConfiguration<AlertWishes>
{
    public void Configure(EntityTypeBuilder<AlertWishes> b)
    {
        b.ToTable("AlertWishes");
        b.HasKey(w => w.AgentId);
        b.Property(w => w.AgentId).ValueGeneratedNever();
        b.HasOne<Agent>().WithMany().HasForeignKey(w => w.AgentId);
    }
}
