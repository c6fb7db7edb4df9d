using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Core.Tickets;

/// <summary>That a ticket's rows may be deleted: the law asks for it, and it is on record. The triggers look for it.</summary>
public sealed class Erasure
{
    private Erasure() { }

    public Erasure(TicketId ticket, AgentId by, DateTimeOffset at) => (TicketId, By, At) = (ticket, by, at);

    public TicketId TicketId { get; private init; }

    public AgentId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}

internal sealed class ErasureMap : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> b)
    {
        b.ToTable("Erasures");
        b.HasKey(e => e.TicketId);
        b.Property(e => e.TicketId).ValueGeneratedNever();
    }
}
