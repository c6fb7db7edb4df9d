namespace Lupaus.Web.Looks;

/// <summary>The sign over the door: whose house this is. Filled once per request by whoever knows the company.</summary>
public sealed class Sign
{
    public string Name { get; set; } = "Lupaus";
    public string? Phone { get; set; }
    public string? Email { get; set; }

    public void Show(string name, string? phone, string email) => (Name, Phone, Email) = (name, phone, email);
}
