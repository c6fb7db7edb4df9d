using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Imap;

/// <summary>Reads responses, literals and all (RFC 3501, 4.3), within limits.</summary>
internal sealed class ResponseReader(Wire wire, ImapLimits limits)
{
    // A literal may come slowly, but not for ever.
    private const int SlowestBytesPerSecond = 1024;

    public async Task<ImapResponse> Read(LiteralSink? sink, TimeSpan within, CancellationToken stop)
    {
        var deadline = Deadline.In(within);
        var first = await wire.Line(limits.Response, deadline, stop);
        if (!ImapLine.HasValues(first))
            return new ImapResponse(first, null);
        var tokens = new ImapTokens();
        var (line, lines, literals) = (first, (long)first.Length, 0L);
        while (ImapLine.Literal(line) is { } literal)
        {
            var before = line.AsMemory(0, literal.At);
            tokens.Add(before.Span);
            if (sink is not null && IsMessage(before.Span))
                tokens.Add(await Pour(literal.Count, sink, within, stop));
            else if ((literals += literal.Count) <= limits.Literals)
                tokens.Add(ImapValue.String(await Text((int)literal.Count, deadline, stop)));
            else
                throw new ConversationBroken(HowItWent.Odd, Trouble.LineTooLong);
            line = await wire.Line(limits.Response, Deadline.In(within), stop);
            // Each literal counts too, as none at all can be announced without end.
            if ((lines += line.Length + 16) > limits.Response)
                throw new ConversationBroken(HowItWent.Odd, Trouble.LineTooLong);
        }
        tokens.Add(line);
        return new ImapResponse(first, tokens);
    }

    private static bool IsMessage(ReadOnlySpan<byte> before) =>
        Encoding.Latin1.GetString(before[Math.Max(0, before.Length - 13)..]) is var end && (end.EndsWith("BODY[] ", StringComparison.OrdinalIgnoreCase) || end.EndsWith("BODY[HEADER] ", StringComparison.OrdinalIgnoreCase));

    private async Task<ImapValue> Pour(long count, LiteralSink sink, TimeSpan within, CancellationToken stop)
    {
        if (!sink.Takes(count))
            throw new ConversationBroken(HowItWent.Odd, Trouble.LineTooLong);
        var last = Deadline.In(within + TimeSpan.FromSeconds(count / SlowestBytesPerSecond));
        while (count > 0)
        {
            var bytes = await wire.Some(Deadline.In(last.Left < within ? last.Left : within), stop);
            bytes = bytes[..(int)Math.Min(bytes.Length, count)];
            await sink.Write(bytes, stop);
            wire.Skip(bytes.Length);
            count -= bytes.Length;
        }
        return ImapValue.String(LiteralSink.Mark);
    }

    private async Task<string> Text(int count, Deadline deadline, CancellationToken stop)
    {
        var text = new StringBuilder();
        while (text.Length < count)
        {
            var bytes = await wire.Some(deadline, stop);
            bytes = bytes[..Math.Min(bytes.Length, count - text.Length)];
            text.Append(Encoding.Latin1.GetString(bytes.Span));
            wire.Skip(bytes.Length);
        }
        return text.ToString();
    }
}
