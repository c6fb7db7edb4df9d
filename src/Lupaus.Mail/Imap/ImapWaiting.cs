using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Imap;

/// <summary>Waiting for something to come in.</summary>
internal sealed class ImapWaiting(ImapTalk talk)
{
    public async Task<bool> ForNews(TimeSpan longest, CancellationToken stop)
    {
        var end = Deadline.In(longest);
        while (!talk.HasNews && end.Left > TimeSpan.Zero)
        {
            if (talk.Capabilities.Contains("IDLE"))
                await Idle(Shorter(end.Left, talk.Times.IdleRenewal), stop);
            else
                await Ask(Shorter(end.Left, talk.Times.Polling), stop);
        }
        return talk.HasNews;
    }

    private async Task Idle(TimeSpan time, CancellationToken stop)
    {
        var end = Deadline.In(time);
        var tag = talk.NextTag();
        await talk.Write($"{tag} IDLE\r\n", stop);
        var reply = await talk.HearUntil(tag, null, null, stop, orGoOn: true);
        if (!reply.IsGoOn)
            throw ConversationBroken.Odd(reply.ToString());
        while (!talk.HasNews && end.Left > TimeSpan.Zero && await talk.Wire.Hears(end.Left, stop))
            await talk.Hear(null, stop);
        await talk.Write("DONE\r\n", stop);
        if (await talk.HearUntil(tag, null, null, stop) is { IsOk: false } no)
            throw ConversationBroken.Odd(no.ToString());
    }

    private async Task Ask(TimeSpan after, CancellationToken stop)
    {
        try
        {
            await Task.Delay(after, stop);
        }
        catch (OperationCanceledException)
        {
            throw ConversationBroken.NotReached(Trouble.Stopped);
        }
        if (await talk.Run(new ImapCommand("NOOP"), stop) is { IsOk: false } no)
            throw ConversationBroken.Odd(no.ToString());
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
