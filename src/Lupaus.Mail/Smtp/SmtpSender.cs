using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>
/// Hands messages over to a mail server (RFC 5321 and 6409). What comes of it is a value, and nothing is thrown for what a server or
/// the net does. Each call has a connection of its own, so calls may go on beside each other.
/// </summary>
/// <param name="host">The server.</param>
/// <param name="login">As whom to sign in; null for a server that wants nobody to.</param>
/// <param name="times">How long each step may take; null for what RFC 5321 asks for.</param>
/// <param name="helloName">Our own name in EHLO; null for the address we call from.</param>
public sealed class SmtpSender(MailHost host, Login? login, SmtpTimes? times = null, string? helloName = null)
{
    private readonly SmtpTimes _times = times ?? new SmtpTimes();

    /// <summary>
    /// Hands over one message. Line ends become CR LF; one that needs what the server doesn't offer (size, 8 bits, letters beyond ASCII)
    /// is refused before anything of it is sent.
    /// </summary>
    /// <param name="envelope">Whom it is for.</param>
    /// <param name="message">The message, header and body.</param>
    /// <param name="stop">Gives up: surely unsent before its end is out, and after that a last moment is waited for the answer.</param>
    public async Task<Sending> Send(SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        var transaction = new SmtpTransaction(envelope, message, stop);
        if (transaction.IsDecided)
            return transaction.Answered();
        try
        {
            await using var talk = await Begin(stop);
            await transaction.Run(talk);
            await talk.SayGoodbye();
            return transaction.Answered();
        }
        catch (ConversationBroken broken)
        {
            return transaction.IsDecided ? transaction.Answered() : transaction.Ended(broken);
        }
    }

    /// <summary>Says hello, signs in and leaves: whether sending would work, and what the server offers.</summary>
    public async Task<Answer<SmtpOffers>> Try(CancellationToken stop)
    {
        try
        {
            await using var talk = await Begin(stop);
            await talk.SayGoodbye();
            return Answer<SmtpOffers>.Ok(talk.Offers);
        }
        catch (ConversationBroken broken)
        {
            return Answer<SmtpOffers>.No(broken);
        }
    }

    private async Task<SmtpTalk> Begin(CancellationToken stop)
    {
        if (login is not null && host.Protection == Protection.None && !(host.IsThisMachine && host.MaySignInUnprotected))
            throw new ConversationBroken(HowItWent.TlsTrouble, Trouble.Unprotected);
        var talk = await SmtpTalk.Begin(host, helloName, _times, stop);
        try
        {
            if (login is not null)
                await SmtpSignIn.With(talk, login);
            return talk;
        }
        catch (ConversationBroken)
        {
            await talk.DisposeAsync();
            throw;
        }
    }
}
