using System.Net;

namespace Lupaus.Mail.Smtp;

/// <summary>Who is connected now.</summary>
internal sealed class ConnectionCount(ReceiverSettings settings)
{
    private readonly Dictionary<IPAddress, int> _clients = [];
    private int _all;

    public bool TryEnter(IPAddress client)
    {
        lock (_clients)
        {
            var has = _clients.GetValueOrDefault(client);
            if (_all >= settings.MostConnections || (has >= settings.MostConnectionsPerClient && !IPAddress.IsLoopback(client)))
                return false;
            _all++;
            _clients[client] = has + 1;
            return true;
        }
    }

    public void Leave(IPAddress client)
    {
        lock (_clients)
        {
            _all--;
            if (--_clients[client] == 0)
                _clients.Remove(client);
        }
    }
}
