using Microsoft.AspNetCore.Identity;

namespace Lupaus.Storage.Ground.Identity;

/// <summary>How an agent signs in: password, passkeys, second factor. Shares its id with the agent.</summary>
public sealed class Login : IdentityUser<long>
{
    public AgentId AgentId => new(Id);

    public static Login Of(AgentId agent, EmailAddress email) => new()
    {
        Id = agent.Value,
        UserName = email.Value,
        NormalizedUserName = email.Value.ToUpperInvariant(),
        Email = email.Value,
        NormalizedEmail = email.Value.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    /// <summary>They sign in with this address from now on.</summary>
    public void MoveTo(EmailAddress email)
    {
        (UserName, Email) = (email.Value, email.Value);
        (NormalizedUserName, NormalizedEmail) = (email.Value.ToUpperInvariant(), email.Value.ToUpperInvariant());
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    /// <summary>Whoever knew the old one is signed out, and failures so far are forgotten.</summary>
    public void ChoosePassword(string hash)
    {
        (PasswordHash, AccessFailedCount, LockoutEnd) = (hash, 0, null);
        EndSessions();
    }

    /// <summary>Every session that was begun before this moment ends.</summary>
    public void EndSessions()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        // Two who change the same login at once can't both win.
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
