using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>Our replies; while more commands are waiting they are gathered and sent together (RFC 2920, 3.2).</summary>
internal sealed class Replies(Wire wire)
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(1);
    private readonly StringBuilder _waiting = new();

    public async Task Say(string reply, TimeSpan within, CancellationToken stop)
    {
        _waiting.Append(reply).Append("\r\n");
        if (!wire.HasUnread || _waiting.Length > 8192)
            await Send(within, stop);
    }

    public async Task Send(TimeSpan within, CancellationToken stop)
    {
        if (_waiting.Length == 0)
            return;
        var bytes = Encoding.UTF8.GetBytes(_waiting.ToString());
        _waiting.Clear();
        await wire.Write(bytes, Deadline.In(within), stop);
    }

    /// <summary>A last word to one who may have gone already.</summary>
    public async Task SayLast(string reply)
    {
        try
        {
            _waiting.Append(reply).Append("\r\n");
            await Send(LongestFarewell, CancellationToken.None);
        }
        catch (ConversationBroken)
        {
            // Nobody is there to hear it.
        }
    }
}
