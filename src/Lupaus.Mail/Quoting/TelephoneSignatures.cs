namespace Lupaus.Mail.Quoting;

/// <summary>What telephones and programs add beneath a message by themselves.</summary>
internal static class TelephoneSignatures
{
    private static readonly string[] Beginnings =
    [
        "lähetetty iphone", "lähetetty ipad", "lähetetty minun", "lähetetty laitteesta", "lähetetty puhelime", "lähetetty samsung", "lähetetty androi", "lähetetty yahoo", "lähetetty outlook", "lähetetty huawei", "hanki outlook", "hae outlook",
        "skickat från min", "skickat från outlook", "skickat från yahoo", "skickat från e-post", "skickat från samsung", "skickades från min", "hämta outlook", "skaffa outlook",
        "sent from my", "sent from outlook", "sent from yahoo", "sent from mail for", "sent from samsung", "sent from proton", "get outlook for", "sent via ",
    ];

    public static bool Is(string line)
    {
        var trimmed = line.AsSpan().Trim(" \u00A0");
        if (trimmed.Length is < 10 or > 100)
            return false;
        foreach (var beginning in Beginnings)
        {
            if (trimmed.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
