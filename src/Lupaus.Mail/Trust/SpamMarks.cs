using System.Globalization;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Trust;

/// <summary>
/// Whether a spam filter on the way has marked a message: SpamAssassin's X-Spam-Flag and X-Spam-Status, rspamd's X-Spam, and Exchange's spam
/// confidence level, which counts from 5. Nobody checks who wrote the mark: whoever forges one marks their own message.
/// </summary>
public static class SpamMarks
{
    private const int Confident = 5;

    /// <param name="headers">The message's.</param>
    public static bool In(HeaderFields headers) =>
        SaysYes(headers["X-Spam-Flag"]) || SaysYes(headers["X-Spam"]) || SaysYes(headers["X-Spam-Status"])
        || (int.TryParse(headers["X-MS-Exchange-Organization-SCL"], NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var level) && level >= Confident);

    private static bool SaysYes(string? value) => value?.TrimStart().Split([',', ' ', ';'], 2)[0].Equals("yes", StringComparison.OrdinalIgnoreCase) == true;
}
