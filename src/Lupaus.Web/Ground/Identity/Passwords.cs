using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>Chooses a password within a change: asks the rules, keeps the hash, ends the sessions of whoever knew the old one.</summary>
public sealed class Passwords(IPasswordHasher<Login> hasher)
{
    public async Task Choose(string? password, Agent agent, Login login, LupausDb db, Actor by, DateTimeOffset now, CancellationToken stop)
    {
        var company = db.Companies.Local.FirstOrDefault()?.Name ?? await db.Companies.Select(c => c.Name).FirstOrDefaultAsync(stop) ?? "";
        PasswordRules.WhyNotChoose(password, agent.Name, agent.Email.Value, company).StopIfAny();
        login.ChoosePassword(hasher.HashPassword(login, password!));
        agent.ChangesWayIn(WayIn.PasswordChosen, by, now);
    }

    public bool IsRight(Login login, string? password) =>
        login.PasswordHash is { } hash && password is { Length: > 0 and <= PasswordRules.MaxLength }
        && hasher.VerifyHashedPassword(login, hash, password) != PasswordVerificationResult.Failed;
}
