using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Work.Automation;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Work.Automation;

internal sealed class MacroMap : IEntityTypeConfiguration<Macro>
{
    public void Configure(EntityTypeBuilder<Macro> b)
    {
        b.Property(m => m.Id).ValueGeneratedNever();
        b.Property(m => m.Name).HasMaxLength(Limits.Name);
        b.Property(m => m.Deeds).HasConversion<Written<IReadOnlyList<Deed>>, WrittenComparer<IReadOnlyList<Deed>>>();
        b.HasOne<Agent>().WithMany().HasForeignKey(m => m.OwnedBy);
    }
}

internal sealed class RuleMap : IEntityTypeConfiguration<Rule>
{
    public void Configure(EntityTypeBuilder<Rule> b)
    {
        b.ToTable("Rules", t => t.HasCheckConstraint("ck_rule_dropped_is_off", "dropped_at IS NULL OR on_since IS NULL"));
        b.Property(r => r.Id).ValueGeneratedNever();
        b.Property(r => r.Name).HasMaxLength(Limits.Name);
        b.Property(r => r.When).HasConversion<Written<Trigger>, WrittenComparer<Trigger>>();
        b.Property(r => r.If).HasConversion<Written<IReadOnlyList<Condition>>, WrittenComparer<IReadOnlyList<Condition>>>();
        b.Property(r => r.Then).HasConversion<Written<IReadOnlyList<Deed>>, WrittenComparer<IReadOnlyList<Deed>>>();
        b.Ignore(r => r.IsOn);
        b.Ignore(r => r.Text);
    }
}

internal sealed class RuleRunMap : IEntityTypeConfiguration<RuleRun>
{
    public void Configure(EntityTypeBuilder<RuleRun> b)
    {
        b.ToTable("RuleRuns", t => t.HasCheckConstraint("ck_rule_run_why", "(\"end\" = 'Done') = (why IS NULL)"));
        // Once for each fact, whoever looks and however often.
        b.HasKey(r => new { r.RuleId, r.TicketId, r.Cause });
        b.Property(r => r.Why).HasMaxLength(60);
        b.HasOne<Rule>().WithMany().HasForeignKey(r => r.RuleId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(r => r.TicketId);
        b.HasIndex(r => new { r.TicketId, r.At });
        b.HasIndex(r => new { r.RuleId, r.At });
    }
}

internal sealed class RuleCauseMap : IEntityTypeConfiguration<RuleCause>
{
    public void Configure(EntityTypeBuilder<RuleCause> b)
    {
        b.ToTable("RuleCauses");
        b.Property(c => c.Id).ValueGeneratedNever();
        b.Property(c => c.ClaimedUntil).IsConcurrencyToken();
        b.HasOne<Ticket>().WithMany().HasForeignKey(c => c.TicketId);
    }
}
