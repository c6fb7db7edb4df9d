using System.Text.Json;
using System.Text.Json.Serialization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lupaus.Storage.Work.Views;

internal sealed class SavedViewMap : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> b)
    {
        b.ToTable("SavedViews");
        b.Property(v => v.Id).ValueGeneratedNever();
        b.Property(v => v.Name).HasMaxLength(SavedView.MaxName);
        b.Property(v => v.Filter).HasConversion<FilterConverter>().HasMaxLength(2000);
        b.HasOne<Agent>().WithMany().HasForeignKey(v => v.MadeBy);
    }
}

internal sealed class LastLookMap : IEntityTypeConfiguration<LastLook>
{
    public void Configure(EntityTypeBuilder<LastLook> b)
    {
        b.ToTable("LastLooks");
        b.HasKey(l => new { l.TicketId, l.AgentId });
        b.HasOne<Ticket>().WithMany().HasForeignKey(l => l.TicketId);
        b.HasOne<Agent>().WithMany().HasForeignKey(l => l.AgentId);
    }
}

internal sealed class FilterConverter() : ValueConverter<ViewFilter, string>(f => Write(f), s => Read(s))
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new IdJson(), new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
    };

    private static string Write(ViewFilter filter) => JsonSerializer.Serialize(filter, Json);

    private static ViewFilter Read(string stored) => JsonSerializer.Deserialize<ViewFilter>(stored, Json)!;
}
