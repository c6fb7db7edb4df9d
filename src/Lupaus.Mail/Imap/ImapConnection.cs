using System.Globalization;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Imap;

/// <summary>
/// A mailbox that is open to be read (RFC 3501; it speaks to servers of RFC 9051 as well). What comes of a call is a value, and nothing is
/// thrown for what a server or the net does. Once a call ended in <see cref="HowItWent.NotReached"/> or <see cref="HowItWent.Odd"/>, so do
/// all that follow: open another. One call at a time.
/// </summary>
public sealed class ImapConnection : IAsyncDisposable
{
    private readonly ImapTalk _talk;
    private ConversationBroken? _broken;

    private ImapConnection(ImapTalk talk) => _talk = talk;

    /// <summary>Connects and signs in.</summary>
    /// <param name="host">The server.</param>
    /// <param name="login">As whom.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="times">How long each step may take.</param>
    /// <param name="limits">How much the server may say.</param>
    public static async Task<Answer<ImapConnection>> Open(MailHost host, Login login, CancellationToken stop, ImapTimes? times = null, ImapLimits? limits = null)
    {
        try
        {
            return Answer<ImapConnection>.Ok(new ImapConnection(await ImapOpening.Open(host, login, times ?? new ImapTimes(), limits ?? new ImapLimits(), stop)));
        }
        catch (ConversationBroken broken)
        {
            return Answer<ImapConnection>.No(broken);
        }
    }

    /// <summary>All folders, with their marks.</summary>
    public Task<Answer<IReadOnlyList<ImapFolder>>> Folders(CancellationToken stop) => Do(async () =>
    {
        var folders = new List<ImapFolder>();
        var tellsUse = _talk.Capabilities.Contains("SPECIAL-USE") && _talk.Capabilities.Contains("LIST-EXTENDED");
        var end = await _talk.Run(new ImapCommand($"LIST \"\" \"*\"{(tellsUse ? " RETURN (SPECIAL-USE)" : "")}"), stop, response =>
        {
            if (ImapData.Folder(response) is { } folder)
                folders.Add(folder);
        });
        return Ended<IReadOnlyList<ImapFolder>>(end, folders);
    });

    /// <summary>Opens a folder by its path.</summary>
    /// <param name="path">As in <see cref="ImapFolder.Path"/>; "INBOX" is always there.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="isReadOnly">Whether nothing shall be changed in it (EXAMINE).</param>
    public Task<Answer<OpenFolder>> Open(string path, CancellationToken stop, bool isReadOnly = false) => Do(async () =>
    {
        uint? validity = null, next = null;
        var count = 0u;
        var end = await _talk.Run(new ImapCommand(isReadOnly ? "EXAMINE" : "SELECT").Path(path), stop, response =>
        {
            validity = response.NumberOf("UIDVALIDITY") ?? validity;
            next = response.NumberOf("UIDNEXT") ?? next;
            count = response.Name == "EXISTS" ? response.Number ?? count : count;
        });
        _talk.HasNews = false;
        if (end.IsOk && validity is null)
            throw ConversationBroken.Odd("UIDVALIDITY?");
        return Ended(end, new OpenFolder(path, validity ?? 0, next, count));
    });

    /// <summary>The UIDs of the messages that fit, in rising order.</summary>
    public Task<Answer<IReadOnlyList<uint>>> Search(ImapQuery query, CancellationToken stop) => Do(async () =>
    {
        _talk.HasNews = false;
        var found = new List<uint>();
        var end = await _talk.Run(ImapData.Search(query), stop, response =>
        {
            if (response.Name == "SEARCH")
                found.AddRange(response.Numbers);
        });
        // "17:*" finds the last message even if its UID is lower than 17 (RFC 3501, 6.4.8).
        return Ended<IReadOnlyList<uint>>(end, [.. found.Where(uid => uid >= query.FromUid).Distinct().Order()]);
    });

    /// <summary>What is known of these messages before they are fetched; those that are gone are missing.</summary>
    public Task<Answer<IReadOnlyList<MessageSummary>>> Summaries(UidSet uids, CancellationToken stop) => Do(async () =>
    {
        var summaries = new SortedDictionary<uint, MessageSummary>();
        foreach (var piece in uids.Pieces())
        {
            var end = await _talk.Run(new ImapCommand($"UID FETCH {piece} (UID RFC822.SIZE INTERNALDATE FLAGS)"), stop, response =>
            {
                if (ImapData.Summary(response) is { } summary && uids.Contains(summary.Uid))
                    summaries[summary.Uid] = summary;
            });
            if (!end.IsOk)
                return Ended<IReadOnlyList<MessageSummary>>(end, []);
        }
        return Answer<IReadOnlyList<MessageSummary>>.Ok([.. summaries.Values]);
    });

    /// <summary>Fetches a message without marking it as read. What went into <paramref name="to"/> counts only when this says <see cref="Fetched.Whole"/>.</summary>
    /// <param name="message">Which; one that is bigger by its own account isn't even asked for.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="limit">Bytes that may come at most.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Answer<Fetched>> Fetch(MessageSummary message, Stream to, long limit, CancellationToken stop) =>
        message.Size > limit ? Answer<Fetched>.Ok(Fetched.TooBig) : await Fetch(message, "", to, limit, stop);

    /// <summary>As <see cref="Fetch(MessageSummary, Stream, long, CancellationToken)"/>, but its header alone, however big the rest.</summary>
    /// <param name="message">Which.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="limit">Bytes that may come at most.</param>
    /// <param name="stop">Gives up.</param>
    public Task<Answer<Fetched>> FetchHeader(MessageSummary message, Stream to, long limit, CancellationToken stop) => Fetch(message, "HEADER", to, limit, stop);

    /// <summary>Sets flags, such as "\Seen".</summary>
    public Task<Answer<UidSet>> Mark(UidSet uids, IReadOnlyList<string> flags, CancellationToken stop) => Store(uids, "+FLAGS.SILENT", flags, stop);

    /// <summary>Takes flags away.</summary>
    public Task<Answer<UidSet>> Unmark(UidSet uids, IReadOnlyList<string> flags, CancellationToken stop) => Store(uids, "-FLAGS.SILENT", flags, stop);

    /// <summary>Copies messages into another folder.</summary>
    public Task<Answer<UidSet>> Copy(UidSet uids, string path, CancellationToken stop) =>
        Do(() => ForEach(uids, piece => _talk.Run(new ImapCommand($"UID COPY {piece}").Path(path), stop)));

    /// <summary>
    /// Moves messages into another folder. Where the server can't (RFC 6851), they are copied, marked as deleted, and removed if that can
    /// be done without removing others (RFC 4315).
    /// </summary>
    public async Task<Answer<UidSet>> Move(UidSet uids, string path, CancellationToken stop)
    {
        if (_talk.Capabilities.Contains("MOVE"))
            return await Do(() => ForEach(uids, piece => _talk.Run(new ImapCommand($"UID MOVE {piece}").Path(path), stop)));
        var done = await Copy(uids, path, stop);
        if (done.IsOk)
            done = await Mark(uids, ["\\Deleted"], stop);
        return done.IsOk && _talk.Capabilities.Contains("UIDPLUS")
            ? await Do(() => ForEach(uids, piece => _talk.Run(new ImapCommand($"UID EXPUNGE {piece}"), stop)))
            : done;
    }

    /// <summary>
    /// Puts a message into a folder. When the answer is lost it may be there or not; <see cref="ImapQuery.MessageId"/> finds out.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="message">The message, lines ending in CR LF.</param>
    /// <param name="flags">Such as "\Seen".</param>
    /// <param name="arrived">The time it shall bear; null for now.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Its UID, or zero when the server doesn't tell (RFC 4315).</returns>
    public Task<Answer<uint>> Append(string path, ReadOnlyMemory<byte> message, IReadOnlyList<string> flags, DateTimeOffset? arrived, CancellationToken stop) => Do(async () =>
    {
        var command = new ImapCommand("APPEND").Path(path).Word(ImapData.Flags(flags));
        if (arrived is { } time)
            command.Word(ImapDate.Write(time));
        var end = await _talk.Run(command.Literal(message), stop);
        return Ended(end, end.Code.Split(' ') is ["APPENDUID", _, var uid] && uint.TryParse(uid, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
    });

    /// <summary>Says whether the server is still there; it may tell news by the way.</summary>
    public Task<Answer<bool>> SayHello(CancellationToken stop) => Do(async () => Ended(await _talk.Run(new ImapCommand("NOOP"), stop), _talk.HasNews));

    /// <summary>
    /// Waits until a message has come into the open folder since the last search, by IDLE (RFC 2177) or, where the server can't, by asking
    /// now and then.
    /// </summary>
    /// <param name="longest">How long at most.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Whether one may have come.</returns>
    public Task<Answer<bool>> WaitForNews(TimeSpan longest, CancellationToken stop) => Do(async () => Answer<bool>.Ok(await new ImapWaiting(_talk).ForNews(longest, stop)));

    /// <summary>Says goodbye and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_broken is null)
            await SayGoodbye();
        await _talk.DisposeAsync();
    }

    private Task<Answer<Fetched>> Fetch(MessageSummary message, string part, Stream to, long limit, CancellationToken stop) => Do(async () =>
    {
        var fetch = new ImapFetch(message.Uid, part, to, limit);
        try
        {
            return fetch.Ended(await _talk.Run(new ImapCommand($"UID FETCH {message.Uid} (UID BODY.PEEK[{part}])"), stop, fetch.Hear, fetch.Sink));
        }
        catch (ConversationBroken broken) when (fetch.Sink.IsTooBig)
        {
            // It was told smaller than it is. The rest is still on its way, so this connection is of no more use.
            _broken = ConversationBroken.NotReached(broken.Why);
            return Answer<Fetched>.Ok(Fetched.TooBig);
        }
    });

    private Task<Answer<UidSet>> Store(UidSet uids, string how, IReadOnlyList<string> flags, CancellationToken stop) =>
        Do(() => ForEach(uids, piece => _talk.Run(new ImapCommand($"UID STORE {piece} {how} {ImapData.Flags(flags)}"), stop)));

    private static async Task<Answer<UidSet>> ForEach(UidSet uids, Func<UidSet, Task<ImapResponse>> run)
    {
        foreach (var piece in uids.Pieces())
        {
            if (await run(piece) is { IsOk: false } no)
                return Ended(no, UidSet.Empty);
        }
        return Answer<UidSet>.Ok(uids);
    }

    private static Answer<T> Ended<T>(ImapResponse end, T value) =>
        end.IsOk ? Answer<T>.Ok(value) :
        end.Name == "NO" ? Answer<T>.No(HowItWent.Refused, Trouble.ServerRefused.With(end.Text)) :
        throw ConversationBroken.Odd(end.Text);

    private async Task<Answer<T>> Do<T>(Func<Task<Answer<T>>> work)
    {
        if (_broken is not null)
            return Answer<T>.No(_broken);
        try
        {
            return await work();
        }
        catch (ConversationBroken broken)
        {
            _broken = broken;
            return Answer<T>.No(broken);
        }
        catch
        {
            // Whoever took the message's bytes has failed; what is left of them would be read as an answer.
            _broken = ConversationBroken.NotReached(Trouble.Closed);
            throw;
        }
    }

    private async Task SayGoodbye()
    {
        using var limit = new CancellationTokenSource(_talk.Times.Goodbye);
        try
        {
            await _talk.Run(new ImapCommand("LOGOUT"), limit.Token);
        }
        catch (ConversationBroken)
        {
            // They left first.
        }
    }
}
