namespace Lupaus.Web.Ground.Api;

/// <summary>What stands in the API's examples for things that each house has its own of.</summary>
internal static class ApiSamples
{
    public const string Ticket = "7N4K2MV";
    public const string Other = "5W8RQ6M";
    public const string Customer = "257812345678901001";
    public const string OtherCustomer = "257812345678901002";
    public const string Message = "257812345678901003";
    public const string Duty = "257812345678901004";
    public const string Obstacle = "257812345678901005";
    public const string Word = "257812345678901006";
    public const string SavedReply = "257812345678901007";
    public const string Absence = "257812345678901008";
    public const string File = "257812345678901009";
    public const string Participant = "257812345678901010";
    public const string View = "257812345678901011";
    public const string Blocked = "257812345678901012";
    public const string Batch = "257812345678901013";
    public const string Tag = "laskutus";
    public const string Macro = "257812345678901031";
    public const string Rule = "257812345678901032";
    public const string Webhook = "257812345678901033";
    public const string Delivery = "257812345678901034";
    public const string Jargon = "257812345678901037";
    public const string Mailbox = "257812345678901036";
    public const string Thanks = "257812345678901038";
    public const string Playbook = "257812345678901040";
    public const string Understood = "257812345678901041";
    public const string Goodwill = "257812345678901042";
    public const string Mail = "257812345678901035";
    public const string Handover = "257812345678901038";
    public const string Consult = "257812345678901039";
    public const string Agent = "antti@satama.example";
    public const string Colleague = "maija@satama.example";

    /// <summary>A working day and a little from when the page is first asked for: examples must not grow old.</summary>
    public const string Tomorrow = "{tomorrow}";
    public const string NextWeek = "{nextweek}";
    public const string NextMonday = "{nextmonday}";
    public const string NextFriday = "{nextfriday}";

    public static string Filled(string text, DateTimeOffset now)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var monday = day.AddDays(7 + (8 - (int)day.DayOfWeek) % 7);
        return text
            .Replace(Tomorrow, Instant(day.AddDays(1).AddHours(12)), StringComparison.Ordinal)
            .Replace(NextWeek, Instant(day.AddDays(7).AddHours(12)), StringComparison.Ordinal)
            .Replace(NextMonday, Date(monday), StringComparison.Ordinal)
            .Replace(NextFriday, Date(monday.AddDays(4)), StringComparison.Ordinal);
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Date(DateTimeOffset at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
