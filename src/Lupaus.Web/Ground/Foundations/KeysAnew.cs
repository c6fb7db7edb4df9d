using Lupaus.Storage.Ground.Foundations;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Lupaus.Web.Ground.Foundations;

/// <summary>
/// ASP.NET remembers the data protection keys for a day. When a backup takes the place of the database, its keys come with
/// it, and the remembered ones no longer hold.
/// </summary>
internal sealed class KeysAnew : IKeyManager
{
    private readonly IKeyManager keys;
    private volatile CancellationTokenSource remembered = new();

    public KeysAnew(IServiceProvider services, News news)
    {
        keys = ActivatorUtilities.CreateInstance<XmlKeyManager>(services);
        news.FollowForgetting(() =>
        {
            var old = remembered;
            remembered = new CancellationTokenSource();
            old.Cancel();
        });
    }

    public CancellationToken GetCacheExpirationToken() =>
        // Small, and let go with the key ring that it belongs to.
        CancellationTokenSource.CreateLinkedTokenSource(keys.GetCacheExpirationToken(), remembered.Token).Token;

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => keys.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => keys.GetAllKeys();

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => keys.RevokeAllKeys(revocationDate, reason);

    public void RevokeKey(Guid keyId, string? reason = null) => keys.RevokeKey(keyId, reason);
}
