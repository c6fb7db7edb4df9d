using Lupaus.Core.Tickets;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lupaus.Storage.Work.Webhooks;

internal sealed class WebhookMap : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> b)
    {
        b.ToTable("Webhooks", t => t.HasCheckConstraint("ck_webhook_stopped", "(stopped_at IS NULL) = (why_stopped IS NULL)"));
        b.Property(w => w.Id).ValueGeneratedNever();
        b.Property(w => w.Name).HasMaxLength(Limits.Name);
        b.Property(w => w.Url).HasMaxLength(WebhookAddress.MaxLength);
        b.Property<List<TicketEvent>>("events").HasColumnName("events").HasConversion<EventsConverter, EventsComparer>().HasMaxLength(300);
        b.Ignore(w => w.Events);
        b.Ignore(w => w.IsOn);
    }
}

internal sealed class WebhookDeliveryMap : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> b)
    {
        b.ToTable("WebhookDeliveries", t => t.HasCheckConstraint("ck_webhook_delivery_settled", "(state = 'Waiting') = (settled_at IS NULL)"));
        b.Property(d => d.Id).ValueGeneratedNever();
        b.Property(d => d.Type).HasMaxLength(60);
        b.Property(d => d.AskedBy).HasMaxLength(Limits.Name);
        // Of two nodes that take the same one, one does.
        b.Property(d => d.Attempts).IsConcurrencyToken();
        b.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(d => d.TicketId);
        b.HasIndex(d => d.NotBefore).HasFilter("state = 'Waiting'").HasDatabaseName("ix_webhook_deliveries_to_send");
        b.HasIndex(d => new { d.WebhookId, d.Id });
        b.HasIndex(d => d.TicketId);
    }
}

internal sealed class WebhookAttemptMap : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> b)
    {
        b.ToTable("WebhookAttempts");
        b.Property(a => a.Id).ValueGeneratedNever();
        b.Property(a => a.Answer).HasMaxLength(WebhookAttempt.MostOfAnswer);
        b.HasOne<WebhookDelivery>().WithMany().HasForeignKey(a => a.DeliveryId);
        b.HasIndex(a => a.DeliveryId);
    }
}

internal sealed class EventsConverter() : ValueConverter<List<TicketEvent>, string>(
    l => string.Join(' ', l), s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TicketEvent>).ToList());

internal sealed class EventsComparer() : ValueComparer<List<TicketEvent>>(
    (a, b) => a!.SequenceEqual(b!), l => l.Aggregate(0, HashCode.Combine), l => l.ToList());
