using System.Text.RegularExpressions;

namespace Lupaus.Core.Outbox;

/// <summary>What a mail server says of a letter that it could not deliver.</summary>
public sealed partial record Returned
{
    // The mailbox is there: it is full, the letter was too big or not to somebody's liking, or their server was ill (RFC 3463, 3.3 to 3.8).
    private static readonly string[] NotTheAddress = ["4.", "5.2.2", "5.2.3", "5.2.4", "5.3.", "5.6.", "5.7."];

    /// <param name="to">The address it was for; null where the server doesn't say.</param>
    /// <param name="status">Enhanced status code, "5.1.1" (RFC 3463); anything else counts as none.</param>
    /// <param name="said">The server's own words.</param>
    /// <param name="gaveUp">It won't arrive any more; false while the server goes on trying.</param>
    public Returned(string? to, string? status, string? said, bool gaveUp)
    {
        (To, GaveUp) = (to, gaveUp);
        Status = status is not null && Code().IsMatch(status) ? status : null;
        var words = said.OneLine();
        Trouble = (Status is not null && !words.Contains(Status, StringComparison.Ordinal) ? $"{Status} {words}" : words).Trim().CutTo(Limits.Reason);
    }

    public string? To { get; }

    public string? Status { get; }

    /// <summary>What is kept of it: never longer than a line.</summary>
    public string Trouble { get; }

    public bool GaveUp { get; }

    /// <summary>Nothing that is sent to the address arrives.</summary>
    public bool IsOfTheAddress => GaveUp && !Array.Exists(NotTheAddress, s => Status?.StartsWith(s, StringComparison.Ordinal) == true);

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}\z")]
    private static partial Regex Code();
}
