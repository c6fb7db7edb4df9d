using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Connecting;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>The houses whose accounts are opened by a token, and how they are asked.</summary>
public sealed class TokenHouses : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient http;
    private readonly TokenRefresh refresh;

    public TokenHouses(TimeProvider clock)
        : this(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, clock) { }

    internal TokenHouses(HttpMessageHandler handler, TimeProvider clock)
    {
        http = new HttpClient(handler) { Timeout = Patience };
        refresh = new TokenRefresh(http, clock);
    }

    public static TokenHouse Of(SignsIn at) => at == SignsIn.AtGoogle ? TokenHouse.Google : TokenHouse.Microsoft();

    public Task<Answer<AccessToken>> Refresh(SignsIn at, MailboxKey key, CancellationToken stop) =>
        refresh.For(Of(at), new TokenGrant(key.ClientId ?? "", key.ClientSecret, key.RefreshToken!), stop);

    public Task<Answer<AccessToken>> First(SignsIn at, MailboxKey key, string code, Uri comeBackTo, string verifier, CancellationToken stop) =>
        refresh.First(Of(at), key.ClientId ?? "", key.ClientSecret, code, comeBackTo, verifier, stop);

    public void Dispose() => http.Dispose();
}
