using System.Globalization;
using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Imap;

/// <summary>A talk with an IMAP server: commands go out, responses of all kinds come in, in whatever order the server likes.</summary>
internal sealed class ImapTalk(Wire wire, ImapTimes times, ImapLimits limits) : IAsyncDisposable
{
    private readonly ResponseReader _reader = new(wire, limits);
    private int _commands;
    private ImapResponse? _bye;

    public ImapTimes Times => times;

    public Wire Wire => wire;

    public HashSet<string> Capabilities { get; private set; } = new(StringComparer.OrdinalIgnoreCase);

    public bool KnowsCapabilities => Capabilities.Count > 0;

    /// <summary>Whether a message may have come in since somebody last looked.</summary>
    public bool HasNews { get; set; }

    public void ForgetCapabilities() => Capabilities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs a command to its end, and returns how it ended: OK, NO or BAD.</summary>
    public async Task<ImapResponse> Run(ImapCommand command, CancellationToken stop, Action<ImapResponse>? hears = null, LiteralSink? sink = null)
    {
        var tag = NextTag();
        var text = tag + " ";
        foreach (var (words, literal) in command.Parts)
        {
            var goesAtOnce = ImapCommand.GoesAtOnce(literal.Length, Capabilities);
            await Write(string.Create(CultureInfo.InvariantCulture, $"{text}{words}{{{literal.Length}{(goesAtOnce ? "+" : "")}}}\r\n"), stop);
            if (!goesAtOnce && await HearUntil(tag, hears, null, stop, orGoOn: true) is { IsGoOn: false } refusal)
                return refusal;
            await wire.Write(literal, Deadline.In(times.Answer + TimeSpan.FromSeconds(literal.Length / 4096)), stop);
            text = "";
        }
        await Write($"{text}{command.Rest}\r\n", stop);
        return await HearUntil(tag, hears, sink, stop);
    }

    /// <summary>Says something that is answered by a call to go on, which <paramref name="goOn"/> answers (empty for the last word).</summary>
    public async Task<ImapResponse> Converse(string command, Func<int, string> goOn, CancellationToken stop)
    {
        var tag = NextTag();
        await Write($"{tag} {command}\r\n", stop);
        for (var i = 0; i < 5; i++)
        {
            if (await HearUntil(tag, null, null, stop, orGoOn: true) is { IsGoOn: false } end)
                return end;
            await Write(goOn(i) + "\r\n", stop);
        }
        throw ConversationBroken.Odd();
    }

    public string NextTag() => string.Create(CultureInfo.InvariantCulture, $"L{++_commands}");

    public async Task Write(string text, CancellationToken stop) => await wire.Write(Encoding.Latin1.GetBytes(text), Deadline.In(times.Answer), stop);

    /// <summary>Hears until the command of that tag has ended, or the server calls to go on.</summary>
    public async Task<ImapResponse> HearUntil(string tag, Action<ImapResponse>? hears, LiteralSink? sink, CancellationToken stop, bool orGoOn = false)
    {
        for (var i = 0; i < limits.Responses; i++)
        {
            var response = await Hear(sink, stop);
            if (response.IsUntagged)
                hears?.Invoke(response);
            else if (response.IsGoOn && orGoOn)
                return response;
            else if (response.Tag == tag && response.Name is "OK" or "NO" or "BAD")
                return response;
            else if (response.Tag.Length > 0)
                throw ConversationBroken.Odd(response.ToString());
        }
        throw ConversationBroken.Odd();
    }

    /// <summary>One response, whatever it is.</summary>
    public async Task<ImapResponse> Hear(LiteralSink? sink, CancellationToken stop)
    {
        try
        {
            var response = await _reader.Read(sink, times.Answer, stop);
            Note(response);
            return response;
        }
        catch (ConversationBroken broken) when (_bye is not null && broken.Why == Trouble.Closed)
        {
            throw ConversationBroken.NotReached(Trouble.Leaving.With(_bye.Text));
        }
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private void Note(ImapResponse response)
    {
        if (response.Name == "CAPABILITY")
            LearnCapabilities(response.Text);
        else if (response.Code.StartsWith("CAPABILITY ", StringComparison.OrdinalIgnoreCase))
            LearnCapabilities(response.Code["CAPABILITY ".Length..]);
        if (response is { IsUntagged: true, Name: "EXISTS" })
            HasNews = true;
        if (response is { IsUntagged: true, Name: "BYE" })
            _bye = response;
    }

    private void LearnCapabilities(string words) =>
        Capabilities = new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
