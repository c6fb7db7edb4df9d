using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.Topics;

internal sealed class TeamMap : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> b)
    {
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.Name).HasMaxLength(Limits.Name);
        b.HasMany(t => t.Members).WithOne().HasForeignKey(m => m.TeamId).OnDelete(DeleteBehavior.ClientCascade);
        b.Navigation(t => t.Members).AutoInclude();
    }
}

internal sealed class TeamMemberMap : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> b)
    {
        b.ToTable("TeamMembers");
        b.HasKey(m => new { m.TeamId, m.AgentId });
        b.HasOne<Agent>().WithMany().HasForeignKey(m => m.AgentId);
    }
}

internal sealed class TopicMap : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> b)
    {
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.Finnish).HasMaxLength(Limits.Name);
        b.Property(t => t.Swedish).HasMaxLength(Limits.Name);
        b.Property(t => t.English).HasMaxLength(Limits.Name);
        b.HasOne<Team>().WithMany().HasForeignKey(t => t.TeamId);
        b.ToTable("Topics", t => t.HasCheckConstraint("ck_topic_default_is_open", "usual IS NULL OR retired_at IS NULL"));
        b.Property<bool?>("usual");
        b.HasIndex("usual").IsUnique();
    }
}
