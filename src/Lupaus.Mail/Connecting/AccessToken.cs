namespace Lupaus.Mail.Connecting;

/// <summary>A token to sign in with (<see cref="Login.WithToken"/>). It never shows its secrets.</summary>
/// <param name="Secret">The token itself.</param>
/// <param name="Until">From when it counts no more.</param>
/// <param name="RefreshToken">What to use the next time: a new one where the house gave one, and then the old one counts no more.</param>
public sealed record AccessToken(string Secret, DateTimeOffset Until, string RefreshToken)
{
    /// <summary>Until when it counts.</summary>
    public override string ToString() => $"until {Until:O}";
}
