using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Imap;

/// <summary>One message on its way here, or a part of it.</summary>
internal sealed class ImapFetch(uint uid, string part, Stream to, long limit)
{
    private bool _isHere, _isUnreadable;

    public LiteralSink Sink { get; } = new(to, limit);

    public void Hear(ImapResponse response)
    {
        if (ImapData.Item(response, $"BODY[{part}]") is not { } body)
            return;
        if (_isHere || ImapData.Item(response, "UID")?.Number != uid)
            throw ConversationBroken.Odd(response.ToString());
        _isUnreadable = body.IsNil;
        if (!_isUnreadable && body.Text != LiteralSink.Mark)
            TakeShort(Encoding.Latin1.GetBytes(body.Text ?? ""));
        _isHere = true;
    }

    public Answer<Fetched> Ended(ImapResponse end)
    {
        if (_isUnreadable || (end.Name == "NO" && !_isHere && !end.Code.StartsWith("EXPUNGEISSUED", StringComparison.OrdinalIgnoreCase)))
            return Answer<Fetched>.No(HowItWent.Refused, Trouble.ServerRefused.With(end.Text));
        if (end.Name == "BAD")
            throw ConversationBroken.Odd(end.Text);
        return Answer<Fetched>.Ok(Sink.IsTooBig ? Fetched.TooBig : _isHere ? Fetched.Whole : Fetched.Gone);
    }

    // A very short message may come in quotes.
    private void TakeShort(byte[] bytes)
    {
        if (Sink.Takes(bytes.Length))
            to.Write(bytes);
    }
}
