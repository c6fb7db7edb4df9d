using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>Signing in (RFC 4954). One way is tried and no other: servers lock accounts after a few wrong tries.</summary>
internal static class SmtpSignIn
{
    // RFC 4954, 4: a command stays within 512 bytes, else the first answer waits to be asked for.
    private const int LongestCommand = 510;

    public static async Task With(SmtpTalk talk, Login login)
    {
        var offered = talk.Offers.SignIns;
        var reply =
            login.IsToken && offered.Contains("XOAUTH2") ? await WithToken(talk, login) :
            !login.IsToken && offered.Contains("PLAIN") ? await Say(talk, "PLAIN", login.Plain) :
            !login.IsToken && offered.Contains("LOGIN") ? await WithLogin(talk, login) :
            throw new ConversationBroken(HowItWent.NotAllowed, Trouble.LoginNotOffered);
        if (reply.IsPositive)
            return;
        throw reply.WantsMore ? ConversationBroken.Odd(reply.ToString())
            : !reply.IsPermanent ? ConversationBroken.NotReached(Trouble.ServerRefused.With(reply.ToString()))
            : new ConversationBroken(HowItWent.NotAllowed, (login.IsToken ? Trouble.TokenRefused : Trouble.WrongLogin).With(reply.ToString()));
    }

    private static async Task<SmtpReply> WithToken(SmtpTalk talk, Login login)
    {
        var reply = await Say(talk, "XOAUTH2", login.XOAuth2);
        // A no comes as a challenge that tells why, and wants an empty answer.
        return reply.WantsMore ? await talk.Ask("") : reply;
    }

    private static async Task<SmtpReply> WithLogin(SmtpTalk talk, Login login)
    {
        var reply = await talk.Ask("AUTH LOGIN");
        if (reply.WantsMore)
            reply = await talk.Ask(Login.Base64(login.Name));
        return reply.WantsMore ? await talk.Ask(Login.Base64(login.Secret)) : reply;
    }

    private static async Task<SmtpReply> Say(SmtpTalk talk, string way, string answer)
    {
        var command = $"AUTH {way} {answer}";
        if (command.Length <= LongestCommand)
            return await talk.Ask(command);
        var reply = await talk.Ask($"AUTH {way}");
        return reply.WantsMore ? await talk.Ask(answer) : reply;
    }
}
