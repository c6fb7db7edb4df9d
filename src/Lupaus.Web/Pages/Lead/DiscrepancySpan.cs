using System.Globalization;
using Lupaus.Core.Tickets;

namespace Lupaus.Web.Pages.Lead;

/// <summary>How far back is looked, and which of what is counted there.</summary>
public sealed record DiscrepancySpan(int Days, DiscrepancyCause? Cause = null, string? System = null, WhichHolds? Holds = null, bool IsOpen = false)
{
    public static readonly int[] Choices = [30, 90, 365];

    private const int Usual = 90;

    /// <summary>What isn't understood isn't asked for.</summary>
    public static DiscrepancySpan Read(IQueryCollection query) => new(
        int.TryParse(query["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Choices.Contains(days) ? days : Usual,
        Word<DiscrepancyCause>(query["cause"].ToString()),
        query["system"].ToString().OneLine() is { Length: > 0 } system ? system.CutTo(Disagreement.MostSource) : null,
        Word<WhichHolds>(query["holds"].ToString()), query["open"] == "1");

    public string Counts(int days) => $"/lead/discrepancies?days={days}";

    public string Behind(DiscrepancyCause? cause = null, string? system = null, WhichHolds? holds = null, bool isOpen = false) => string.Create(CultureInfo.InvariantCulture,
        $"/lead/discrepancies/behind?days={Days}{(cause is null ? "" : $"&cause={cause}")}{(system is null ? "" : $"&system={Uri.EscapeDataString(system)}")}{(holds is null ? "" : $"&holds={holds}")}{(isOpen ? "&open=1" : "")}");

    /// <summary>The same list, further on.</summary>
    public string Same => Behind(Cause, System, Holds, IsOpen);

    private static T? Word<T>(string text) where T : struct, Enum => text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var word) ? word : null;
}
