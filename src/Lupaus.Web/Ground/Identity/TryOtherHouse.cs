using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Lupaus.Web.Ground.Identity;

public enum Found { Good, Wrong, Unknown }

/// <summary>One thing that was looked at, and what was found.</summary>
public sealed record Finding(string What, Found Found, Refusal? Why = null);

/// <summary>
/// Looks whether people could come by that house's word, as far as can be seen before somebody does: that it is found, is
/// who it says, has keys, and knows us.
/// </summary>
public sealed class TryOtherHouse(OtherHouseLine line, Settings settings)
{
    public async Task<IReadOnlyList<Finding>> With(OtherHouse house, CancellationToken stop)
    {
        if (house.WhyNotTrust() is { } why)
            return [new Finding("settings", Found.Wrong, why)];
        OpenIdConnectConfiguration described;
        try
        {
            described = await line.Describe(house.Issuer, anew: true, stop);
        }
        catch (RuleBroken broken)
        {
            return [new Finding("found", Found.Wrong, broken.Refusal)];
        }
        return
        [
            new Finding("found", Found.Good),
            new Finding("keys", Found.Good),
            described.CodeChallengeMethodsSupported.Count > 0 && !described.CodeChallengeMethodsSupported.Contains("S256")
                ? new Finding("pkce", Found.Wrong, Refusal.Because("oidc.pkce")) : new Finding("pkce", described.CodeChallengeMethodsSupported.Count > 0 ? Found.Good : Found.Unknown),
            await KnowsUs(house, described, stop),
        ];
    }

    /// <summary>A code that nobody gave is refused for its own sake by a house that knows us, and for ours by one that doesn't.</summary>
    private async Task<Finding> KnowsUs(OtherHouse house, OpenIdConnectConfiguration described, CancellationToken stop)
    {
        try
        {
            var (_, error) = await line.Redeem(house, described, "lupaus-looks-whether-it-is-known", new string('x', 43), OtherHouseDoors.AddressOf(settings), stop);
            return error switch
            {
                "invalid_grant" => new Finding("client", Found.Good),
                "invalid_client" or "unauthorized_client" => new Finding("client", Found.Wrong, Refusal.Because("oidc.notus")),
                _ => new Finding("client", Found.Unknown),
            };
        }
        catch (RuleBroken broken)
        {
            return new Finding("client", Found.Wrong, broken.Refusal);
        }
    }
}
