using System.Globalization;
using System.Net.Mail;

namespace Lupaus.Ground.Foundations;

/// <summary>
/// An e-mail address that can be written to: local part and domain, at most 254 characters (RFC 5321, 4.5.3.1.3 less
/// the angle brackets). Compared without regard to case.
/// </summary>
public readonly record struct EmailAddress
{
    public const int MaxLength = 254;

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public static EmailAddress Parse(string text) =>
        Read(text) ?? throw new RuleBroken(Refusal.Because("email.shape"));

    /// <summary>Null when the text is no address that mail could be sent to.</summary>
    public static EmailAddress? Read(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > MaxLength || !trimmed.All(MayStand))
            return null;
        if (!MailAddress.TryCreate(trimmed, out var address) || address.Address != trimmed)
            return null;
        return IsDomain(address.Host) ? new EmailAddress(trimmed.ToLowerInvariant()) : null;
    }

    public override string ToString() => Value;

    // Format characters are invisible or turn the writing direction: two addresses that look alike would differ.
    private static bool MayStand(char c) =>
        !char.IsControl(c) && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && c is not ('<' or '>' or ',' or ';');

    private static bool IsDomain(string host)
    {
        var labels = host.Split('.');
        return labels.Length > 1 && labels.All(label => label.Length > 0 && label[0] != '-' && label[^1] != '-' && label.All(MayStandInLabel));
    }

    // Underscores are outside the RFC and yet seen in the wild; letters of other scripts are for the mail server to judge.
    private static bool MayStandInLabel(char c) => !char.IsAscii(c) || char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
