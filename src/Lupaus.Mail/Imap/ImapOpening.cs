using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Imap;

/// <summary>From the greeting to being signed in (RFC 3501, 3).</summary>
internal static class ImapOpening
{
    // RFC 5530, 3: not now, rather than not at all.
    private static readonly string[] NotNow = ["UNAVAILABLE", "INUSE", "LIMIT", "CONTACTADMIN"];

    public static async Task<ImapTalk> Open(MailHost host, Login login, ImapTimes times, ImapLimits limits, CancellationToken stop)
    {
        if (host.Protection == Protection.None && !(host.IsThisMachine && host.MaySignInUnprotected))
            throw new ConversationBroken(HowItWent.TlsTrouble, Trouble.Unprotected);
        var talk = new ImapTalk(await MailConnection.Open(host, times.Connecting, stop), times, limits);
        try
        {
            var isSignedIn = await HearGreeting(talk, stop);
            if (host.Protection == Protection.StartTls)
                await Protect(talk, host, isSignedIn, stop);
            if (!isSignedIn)
                await SignIn(talk, login, stop);
            await LearnCapabilities(talk, stop);
            // A courtesy to some, and a condition to others; what comes of it doesn't matter (RFC 2971).
            if (talk.Capabilities.Contains("ID"))
                await talk.Run(new ImapCommand("ID (\"name\" \"Lupaus\")"), stop);
            return talk;
        }
        catch (ConversationBroken)
        {
            await talk.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns whether we are known already.</summary>
    private static async Task<bool> HearGreeting(ImapTalk talk, CancellationToken stop)
    {
        var greeting = await talk.Hear(null, stop);
        return greeting switch
        {
            { IsUntagged: true, Name: "OK" } => false,
            { IsUntagged: true, Name: "PREAUTH" } => true,
            { IsUntagged: true, Name: "BYE" } => throw ConversationBroken.NotReached(Trouble.Leaving.With(greeting.Text)),
            _ => throw ConversationBroken.Odd(greeting.ToString()),
        };
    }

    // Whoever is greeted as known can't ask for TLS any more, and perhaps somebody wants it so (RFC 9051, 7.1.4).
    private static async Task Protect(ImapTalk talk, MailHost host, bool isSignedIn, CancellationToken stop)
    {
        await LearnCapabilities(talk, stop);
        if (isSignedIn || !talk.Capabilities.Contains("STARTTLS"))
            throw new ConversationBroken(HowItWent.TlsTrouble, Trouble.TlsNotOffered);
        var reply = await talk.Run(new ImapCommand("STARTTLS"), stop);
        if (!reply.IsOk)
            throw new ConversationBroken(HowItWent.TlsTrouble, Trouble.TlsNotOffered.With(reply.Text));
        await MailConnection.Protect(talk.Wire, host, Deadline.In(talk.Times.Connecting), stop);
        talk.ForgetCapabilities();
    }

    private static async Task SignIn(ImapTalk talk, Login login, CancellationToken stop)
    {
        await LearnCapabilities(talk, stop);
        var offered = talk.Capabilities;
        var reply =
            login.IsToken && offered.Contains("AUTH=XOAUTH2") ? await Authenticate(talk, "XOAUTH2", login.XOAuth2, stop) :
            !login.IsToken && offered.Contains("AUTH=PLAIN") ? await Authenticate(talk, "PLAIN", login.Plain, stop) :
            !login.IsToken && !offered.Contains("LOGINDISABLED") ? await LogIn(talk, login, stop) :
            throw new ConversationBroken(HowItWent.NotAllowed, Trouble.LoginNotOffered);
        if (!reply.IsOk)
            throw WhyNot(reply, login);
        // What may be done is often more than before.
        if (!reply.Code.StartsWith("CAPABILITY", StringComparison.OrdinalIgnoreCase))
            talk.ForgetCapabilities();
    }

    private static ConversationBroken WhyNot(ImapResponse reply, Login login) =>
        reply.Name == "BAD" ? ConversationBroken.Odd(reply.Text) :
        NotNow.Contains(reply.Code.ToUpperInvariant()) ? ConversationBroken.NotReached(Trouble.ServerRefused.With(reply.Text)) :
        new ConversationBroken(HowItWent.NotAllowed, (login.IsToken ? Trouble.TokenRefused : Trouble.WrongLogin).With(reply.Text));

    // With SASL-IR the answer goes along at once (RFC 4959). A no to a token comes as a call to go on, and wants an empty answer.
    private static Task<ImapResponse> Authenticate(ImapTalk talk, string way, string answer, CancellationToken stop) =>
        talk.Capabilities.Contains("SASL-IR")
            ? talk.Converse($"AUTHENTICATE {way} {answer}", _ => "", stop)
            : talk.Converse($"AUTHENTICATE {way}", i => i == 0 ? answer : "", stop);

    private static Task<ImapResponse> LogIn(ImapTalk talk, Login login, CancellationToken stop) =>
        talk.Run(new ImapCommand("LOGIN").String(login.Name).String(login.Secret), stop);

    private static async Task LearnCapabilities(ImapTalk talk, CancellationToken stop)
    {
        if (!talk.KnowsCapabilities)
            await talk.Run(new ImapCommand("CAPABILITY"), stop);
    }
}
