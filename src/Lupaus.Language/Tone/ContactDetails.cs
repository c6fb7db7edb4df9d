using Lupaus.Language.Words;

namespace Lupaus.Language.Tone;

/// <summary>
/// Ways to reach somebody that a text gives outright: an e-mail address, a web address, a telephone number, or the invitation to answer this message.
/// </summary>
public static class ContactDetails
{
    private static readonly PhraseList<bool> Answering = Invitations();

    /// <summary>In the order of the text, which may be any; takes time in proportion to its length.</summary>
    public static IReadOnlyList<TextSpan> In(string text) =>
    [
        .. Answering.In(text).Select(answering => answering.Span)
            .Concat(NetAddresses.In(text))
            .Concat(TelephoneNumbers.In(text))
            .OrderBy(span => span.Start),
    ];

    private static PhraseList<bool> Invitations()
    {
        var phrases = new PhraseList<bool>();
        phrases.Add("vastaa tähän viestiin|vastaamalla tähän viestiin|vastata tähän viestiin|vastatkaa tähän viestiin|vastaa tähän sähköpostiin|vastaamalla tähän sähköpostiin|vastaa tähän|vastaamalla tähän|voit vastata suoraan", true);
        phrases.Add("svara på detta meddelande|svara på det här meddelandet|svara på detta mejl|svara på det här mejlet|svara på detta mail|svara direkt på|genom att svara på detta|svara på detta e-postmeddelande", true);
        phrases.Add("reply to this message|reply to this email|reply to this e-mail|replying to this message|replying to this email|answer this message|just reply|simply reply", true);
        return phrases;
    }
}
