namespace Lupaus.Mail.Connecting;

/// <summary>What a house gave us when somebody connected an account. It never shows its secrets.</summary>
/// <param name="ClientId">Who we are to the house.</param>
/// <param name="ClientSecret">How we prove it; null for a client that has none.</param>
/// <param name="RefreshToken">What new access tokens are got with.</param>
public sealed record TokenGrant(string ClientId, string? ClientSecret, string RefreshToken)
{
    /// <summary>The client's id alone.</summary>
    public override string ToString() => ClientId;
}
