using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>One message on its way: who was told of it, who will get it, and whether its end may have left us.</summary>
internal sealed class SmtpTransaction
{
    private const int MostAtOnce = 100;

    private readonly RecipientAnswer[] _answers;
    private readonly string?[] _addresses;
    private readonly bool[] _isWilling;
    private readonly string? _from;
    private readonly ReadOnlyMemory<byte> _message;
    private readonly MessageShape _shape;
    private readonly CancellationToken _stop;

    public SmtpTransaction(SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        (_message, _shape, _stop) = (message, MessageShape.Of(message.Span), stop);
        _from = envelope.From.Length == 0 ? "" : SmtpAddress.Written(envelope.From);
        _addresses = [.. envelope.Recipients.Select(SmtpAddress.Written)];
        _answers = [.. envelope.Recipients.Select(address => new RecipientAnswer(address, RecipientEnd.Unsaid))];
        _isWilling = new bool[_answers.Length];
        RefuseWhatNobodyTakes();
    }

    /// <summary>Whether each recipient has an answer.</summary>
    public bool IsDecided => _answers.All(a => a.How != RecipientEnd.Unsaid);

    /// <summary>Whether the message's end may have left us.</summary>
    public bool MayHaveArrived { get; private set; }

    public Sending Answered() => new(HowItWasSent.Answered, _answers, null);

    public Sending Ended(ConversationBroken broken) => new(MayHaveArrived ? HowItWasSent.Unknown : broken.How switch
    {
        HowItWent.NotAllowed => HowItWasSent.NotAllowed,
        HowItWent.TlsTrouble => HowItWasSent.TlsTrouble,
        HowItWent.Odd => HowItWasSent.Odd,
        _ => HowItWasSent.NotReached,
    }, _answers, broken.Why);

    public async Task Run(SmtpTalk talk)
    {
        RefuseWhatIsNotOffered(talk.Offers);
        if (!IsDecided)
            await SendEnvelope(talk);
        if (_isWilling.Any(willing => willing) && await talk.Ask("DATA", talk.Times.DataBegins) is var reply)
            await SendMessage(talk, reply);
    }

    private void RefuseWhatNobodyTakes()
    {
        if (_shape.HasLongLines)
            RefuseAll(554, "5.6.0", Trouble.LongLines);
        if (_from is null)
            RefuseAll(553, "5.1.7", Trouble.BadAddress);
        Refuse(i => _addresses[i] is null, 553, "5.1.3", Trouble.BadAddress);
    }

    private void RefuseWhatIsNotOffered(SmtpOffers offers)
    {
        if (_shape.Size > offers.BiggestMessage)
            RefuseAll(552, "5.3.4", Trouble.TooBig);
        if (!offers.International && (_shape.IsInternational || !Ascii.IsValid(_from)))
            RefuseAll(550, "5.6.7", Trouble.InternationalMail);
        if (!offers.International)
            Refuse(i => !Ascii.IsValid(_addresses[i]), 553, "5.6.7", Trouble.InternationalMail);
        if (!offers.EightBit && _shape.IsEightBit)
            RefuseAll(554, "5.6.3", Trouble.EightBit);
    }

    private async Task SendEnvelope(SmtpTalk talk)
    {
        var undecided = Enumerable.Range(0, _answers.Length).Where(i => _answers[i].How == RecipientEnd.Unsaid);
        foreach (var group in undecided.Prepend(-1).Chunk(talk.Offers.Pipelining ? MostAtOnce : 1))
        {
            var commands = string.Concat(group.Select(i => (i < 0 ? Mail(talk.Offers) : $"RCPT TO:<{_addresses[i]}>") + "\r\n"));
            await talk.Say(Encoding.UTF8.GetBytes(commands), talk.Times.Command);
            foreach (var i in group)
                Hear(i, await talk.Hear(talk.Times.Command));
            if (IsDecided)
                return;
        }
    }

    private string Mail(SmtpOffers offers) =>
        $"MAIL FROM:<{_from}>" +
        (offers.Size ? $" SIZE={_shape.Size}" : "") +
        (_shape.IsEightBit ? " BODY=8BITMIME" : "") +
        (_shape.IsInternational || !Ascii.IsValid(_from) || _addresses.Any(a => a is not null && !Ascii.IsValid(a)) ? " SMTPUTF8" : "");

    private void Hear(int recipient, SmtpReply reply)
    {
        if (reply.WantsMore)
            throw ConversationBroken.Odd(reply.ToString());
        if (reply.Code is 530 or 535)
            throw new ConversationBroken(HowItWent.NotAllowed, Trouble.LoginWanted.With(reply.ToString()));
        if (reply.Code == 421)
            Decide(Enumerable.Range(0, _answers.Length), reply);
        else if (recipient >= 0 && reply.IsPositive)
            _isWilling[recipient] = _answers[recipient].How == RecipientEnd.Unsaid;
        else if (!reply.IsPositive)
            Decide(recipient < 0 ? Enumerable.Range(0, _answers.Length) : [recipient], IsTooMany(reply) ? reply with { Code = 452 } : reply);
    }

    // Old servers say 552 when there are too many recipients; those left over are for later (RFC 5321, 4.5.3.1.10).
    private bool IsTooMany(SmtpReply reply) => reply is { Code: 552, Status: null or "5.5.3" } && _isWilling.Any(willing => willing);

    private async Task SendMessage(SmtpTalk talk, SmtpReply reply)
    {
        if (reply.Code != 354)
        {
            if (reply.IsPositive || reply.WantsMore)
                throw ConversationBroken.Odd(reply.ToString());
            DecideWilling(reply);
            return;
        }
        try
        {
            foreach (var piece in DotStuffing.Pieces(_message))
                await talk.Say(piece, talk.Times.DataPiece);
            // An answer before the end can only be a no, and who has hung up by then can't have the whole message: then the end is kept back.
            if (!await talk.HasMore())
                await SendEnd(talk);
        }
        catch (ConversationBroken broken) when (broken.Why == Trouble.Closed && !MayHaveArrived)
        {
            // A server that has had enough says so and hangs up before the end; its words may still be on the way.
            if (await LastWords(talk) is not { Code: >= 400 } refusal)
                throw;
            DecideWilling(refusal);
            return;
        }
        DecideWilling(await FinalWord(talk));
    }

    // The last three bytes go alone: when handing them to the system failed, the server can't have the whole message.
    private async Task SendEnd(SmtpTalk talk)
    {
        if (_stop.IsCancellationRequested)
            throw ConversationBroken.NotReached(Trouble.Stopped);
        MayHaveArrived = true;
        try
        {
            await talk.Say(".\r\n"u8.ToArray(), talk.Times.DataPiece);
        }
        catch (ConversationBroken broken) when (broken.Why == Trouble.Closed)
        {
            MayHaveArrived = false;
            throw;
        }
    }

    private async Task<SmtpReply> FinalWord(SmtpTalk talk)
    {
        var reply = await Hear();
        return reply.WantsMore || (reply.IsPositive && !MayHaveArrived) ? throw ConversationBroken.Odd(reply.ToString()) : reply;

        async Task<SmtpReply> Hear()
        {
            try
            {
                return await talk.Hear(talk.Times.DataEnds);
            }
            catch (ConversationBroken broken) when (broken.Why == Trouble.Stopped)
            {
                return await talk.HearAllTheSame(talk.Times.AfterStop);
            }
        }
    }

    private static async Task<SmtpReply?> LastWords(SmtpTalk talk)
    {
        try
        {
            return await talk.HearAllTheSame(talk.Times.Goodbye);
        }
        catch (ConversationBroken)
        {
            return null;
        }
    }

    private void RefuseAll(int code, string status, Trouble why) => Refuse(_ => true, code, status, why);

    private void Refuse(Predicate<int> which, int code, string status, Trouble why)
    {
        for (var i = 0; i < _answers.Length; i++)
        {
            if (_answers[i].How == RecipientEnd.Unsaid && which(i))
                _answers[i] = _answers[i] with { How = RecipientEnd.Refused, Reply = new SmtpReply(code, status, why.Words), Why = why };
        }
    }

    private void DecideWilling(SmtpReply reply) => Decide(Enumerable.Range(0, _answers.Length).Where(i => _isWilling[i]), reply);

    private void Decide(IEnumerable<int> recipients, SmtpReply reply)
    {
        foreach (var i in recipients.Where(i => _answers[i].How == RecipientEnd.Unsaid))
        {
            _answers[i] = _answers[i] with
            {
                How = reply.IsPositive ? RecipientEnd.Accepted : reply.IsPermanent ? RecipientEnd.Refused : RecipientEnd.TemporarilyRefused,
                Reply = reply,
                Why = reply.IsPositive ? null : Trouble.ServerRefused.With(reply.ToString()),
            };
            _isWilling[i] = false;
        }
    }
}
