using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Topics;

public sealed record CompanyWish(string Name, string Email, string? Phone, string? MailName, string Zone, LanguageCode Language);

/// <summary>What the company is called and how it is reached, the clock of its promises, and its first language.</summary>
public sealed class DescribeCompany(Changes changes, TimeProvider clock)
{
    public Task As(CompanyWish wish, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var company = await db.Companies.FirstAsync(stop);
        var phone = string.IsNullOrWhiteSpace(wish.Phone) ? (PhoneNumber?)null : PhoneNumber.Parse(wish.Phone);
        company.Describe(wish.Name, EmailAddress.Parse(wish.Email), phone, by, now);
        company.Settle(wish.Zone.Trim(), wish.Language, wish.MailName, by, now);
    }, stop);
}
