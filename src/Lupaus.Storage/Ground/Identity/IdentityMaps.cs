using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Ground.Identity;

internal sealed class AgentMap : IEntityTypeConfiguration<Agent>
{
    public void Configure(EntityTypeBuilder<Agent> b)
    {
        // People stand before us on the street, so what they have to do with us is said here.
        b.HasMany<GivenWord>().WithOne().HasForeignKey(w => w.HeardBy);
        b.HasMany<GivenWord>().WithOne().HasForeignKey(w => w.SettledBy);
        b.HasMany<PersonMerge>().WithOne().HasForeignKey(m => m.By);
        b.HasMany<BlockedSender>().WithOne().HasForeignKey(s => s.By);
        b.ToTable(t => t.HasCheckConstraint("ck_agent_goodwill", $"goodwill_limit IS NULL OR goodwill_limit BETWEEN 0 AND {Company.MostGoodwill}"));
        b.Property(a => a.Id).ValueGeneratedNever();
        b.Property(a => a.Name).HasMaxLength(Limits.Name);
        b.Ignore(a => a.Languages);
        b.Property<List<LanguageCode>>("languages").HasColumnName("languages").HasConversion<LanguagesConverter, LanguagesComparer>().HasMaxLength(30);
        b.HasIndex(a => a.Email).IsUnique();
        b.HasOne<Agent>().WithMany().HasForeignKey(a => a.StandInId);
        // Letting go deletes the row; the database refuses while an open ticket or the company's duty refers to it.
        b.HasOne(a => a.Activity).WithOne().HasForeignKey<ActiveAgent>(x => x.AgentId).OnDelete(DeleteBehavior.ClientCascade);
        b.Navigation(a => a.Activity).AutoInclude();
    }
}

internal sealed class ActiveAgentMap : IEntityTypeConfiguration<ActiveAgent>
{
    public void Configure(EntityTypeBuilder<ActiveAgent> b)
    {
        b.HasKey(a => a.AgentId);
        b.Property(a => a.AgentId).ValueGeneratedNever();
    }
}

internal sealed class CompanyMap : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> b)
    {
        b.ToTable("Company", t =>
        {
            t.HasCheckConstraint("ck_company_is_one", "id = 1");
            t.HasCheckConstraint("ck_company_goodwill", $"goodwill_limit BETWEEN 0 AND {Company.MostGoodwill}");
            t.HasCheckConstraint("ck_company_queue", $"turns_every BETWEEN {Company.FewestTurns} AND {Company.MostTurns} AND promises_to_keep BETWEEN {Company.FewestPromises} AND {Company.MostPromises}");
        });
        b.Property(c => c.Id).ValueGeneratedNever();
        b.Property(c => c.Name).HasMaxLength(Limits.Name);
        b.Property(c => c.Zone).HasMaxLength(60);
        b.Property(c => c.MailName).HasMaxLength(Limits.Name);
        b.HasOne<ActiveAgent>().WithMany().HasForeignKey(c => c.DutyAgentId);
    }
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> b)
    {
        b.ToTable("Sessions", t => t.HasCheckConstraint("ck_session_ended", "(ended_at IS NULL) = (ended_by IS NULL)"));
        b.Property(s => s.Id).ValueGeneratedNever();
        b.Property(s => s.Device).HasMaxLength(Session.LongestDevice);
        b.Property(s => s.Address).HasMaxLength(64);
        b.HasOne<Agent>().WithMany().HasForeignKey(s => s.AgentId);
        b.HasOne<Agent>().WithMany().HasForeignKey(s => s.EndedBy);
    }
}

internal sealed class SignInLinkMap : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> b)
    {
        b.Property(l => l.Id).ValueGeneratedNever();
        b.Property(l => l.SecretHash).HasMaxLength(64);
        b.HasIndex(l => l.SecretHash).IsUnique();
        b.HasOne<Agent>().WithMany().HasForeignKey(l => l.AgentId);
    }
}

/// <summary>
/// Identity shortens these columns only where the running program's options ask for schema version 2 or later: the
/// migrations, written without a running program, would then differ from the model, and PostgreSQL refuse to migrate.
/// </summary>
internal sealed class LoginMap : IEntityTypeConfiguration<Login>, IEntityTypeConfiguration<IdentityUserLogin<long>>, IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<Login> b) => b.Property(l => l.PhoneNumber).Metadata.SetMaxLength(null);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> b)
    {
        b.Property(l => l.LoginProvider).Metadata.SetMaxLength(null);
        b.Property(l => l.ProviderKey).Metadata.SetMaxLength(null);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> b)
    {
        b.Property(t => t.LoginProvider).Metadata.SetMaxLength(null);
        b.Property(t => t.Name).Metadata.SetMaxLength(null);
    }
}

/// <summary>
/// Identity adds this table only where the running program's options ask for schema version 3, and migrations are
/// written without a running program: so it is said here, as version 3 has it.
/// </summary>
internal sealed class PasskeyMap : IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> b)
    {
        b.ToTable("LoginPasskeys");
        b.HasKey(p => p.CredentialId);
        b.Property(p => p.CredentialId).HasMaxLength(1024);
        b.OwnsOne(p => p.Data).ToJson("data");
        b.HasOne<Login>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }
}
