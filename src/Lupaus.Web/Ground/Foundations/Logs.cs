namespace Lupaus.Web.Ground.Foundations;

/// <summary>
/// Logs go to standard error: a JSON object a line for machines, a plain line for a person at a terminal. They name
/// ids and kinds, never what anybody wrote.
/// </summary>
internal static class Logs
{
    public static void Write(ILoggingBuilder logs)
    {
        logs.ClearProviders();
        Quieten(logs);
        logs.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Console.IsErrorRedirected)
            logs.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        else
            logs.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat) = (true, "HH:mm:ss "));
    }

    /// <summary>For verbs that do one thing and end: only what went wrong.</summary>
    public static void WriteLittle(ILoggingBuilder logs)
    {
        Quieten(logs);
        logs.SetMinimumLevel(LogLevel.Warning).AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    // A statement that failed comes back as an exception: whoever handles it says so, once. When somebody was faster,
    // nothing is wrong at all.
    private static void Quieten(ILoggingBuilder logs) => logs
        .AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
}
