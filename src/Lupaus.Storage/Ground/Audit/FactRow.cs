using System.Text.Json;
using System.Text.Json.Serialization;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.Audit;

/// <summary>A fact as it is stored: append-only, and without anybody's words.</summary>
public sealed class FactRow
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new IdJson(), new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly Dictionary<string, Type> Kinds = typeof(Fact).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract).ToDictionary(t => t.Name);

    private FactRow() { }

    public long Id { get; private init; }

    public TicketId? TicketId { get; private init; }

    public AgentId? ByAgent { get; private init; }

    public PersonId? ByPerson { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string Kind { get; private init; } = "";

    public string Data { get; private init; } = "";

    public Actor By => new(ByAgent, ByPerson);

    public Fact Fact => (Fact)JsonSerializer.Deserialize(Data, Kinds[Kind], Json)!;

    public static FactRow Of(Remembering about, Happening happening) => new()
    {
        Id = Ids.Next(happening.At),
        TicketId = about.Matter,
        ByAgent = happening.By.Agent,
        ByPerson = happening.By.Person,
        At = happening.At,
        Kind = happening.What.GetType().Name,
        Data = JsonSerializer.Serialize(happening.What, happening.What.GetType(), Json),
    };
}

internal sealed class FactMap : IEntityTypeConfiguration<FactRow>
{
    public void Configure(EntityTypeBuilder<FactRow> b)
    {
        b.ToTable("Facts");
        b.Property(f => f.Id).ValueGeneratedNever();
        b.Property(f => f.Kind).HasMaxLength(60);
        b.Ignore(f => f.By);
        b.Ignore(f => f.Fact);
        b.HasIndex(f => new { f.TicketId, f.Id });
        // What a lead looks at is rare among the facts of tickets, and is found without going through all of them.
        b.HasIndex(f => f.Id).HasFilter("kind IN ('PromiseMovedAgain', 'PromiserChanged')").HasDatabaseName("ix_facts_for_leads");
    }
}
