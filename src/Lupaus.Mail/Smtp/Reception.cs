namespace Lupaus.Mail.Smtp;

/// <summary>What becomes of a message that came in: kept, to be tried again, or refused.</summary>
public sealed record Reception
{
    private Reception(int code, string status, string words) => (Code, Status, Words) = (code, status, Written(words));

    /// <summary>We answer for it from now on: 250.</summary>
    public static Reception Kept { get; } = new(250, "2.0.0", "Kept");

    /// <summary>Not now; the sender's server tries again: 451.</summary>
    /// <param name="words">In English and without secrets: strangers read them.</param>
    public static Reception Later(string words) => new(451, "4.3.0", words);

    /// <summary>Never; the sender hears of it: 554.</summary>
    /// <param name="words">In English and without secrets: strangers read them.</param>
    public static Reception No(string words) => new(554, "5.7.1", words);

    internal static Reception TooBig { get; } = new(552, "5.3.4", "Too big");

    internal static Reception NoRoom { get; } = new(452, "4.3.1", "No room just now, try later");

    internal int Code { get; }

    internal string Status { get; }

    internal string Words { get; }

    private static string Written(string words) => new([.. words.Take(400).Select(c => c is < ' ' or > '~' ? ' ' : c)]);
}
