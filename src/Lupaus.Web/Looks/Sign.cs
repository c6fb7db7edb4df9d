namespace Lupaus.Web.Looks;

/// <summary>The sign over the door: whose house this is. Filled once per request by whoever knows the company.</summary>
public sealed class Sign
{
    public string Name { get; set; } = "Lupaus";
    public string? Phone { get; set; }
    public string? Email { get; set; }

    /// <summary>Where the source code is to be had (AGPL, section 13).</summary>
    public string Source { get; init; } = SourcePath;

    /// <summary>The page that tells so, where nothing else is set.</summary>
    public const string SourcePath = "/source";

    public void Show(string name, string? phone, string email) => (Name, Phone, Email) = (name, phone, email);
}
