using Lupaus.Ground.People;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Work.Replies;

/// <summary>What stands for each variable of a saved reply, in one ticket.</summary>
public static class FilledIn
{
    public static IReadOnlyDictionary<string, string> For(Person customer, string agent, string subject, Reference reference, CompanyNow company) => new Dictionary<string, string>
    {
        ["name"] = customer.Name,
        ["firstname"] = customer.FirstName ?? "",
        ["agent"] = agent,
        ["company"] = company.Name,
        ["subject"] = subject,
        ["reference"] = reference.ToString(),
        ["phone"] = company.Phone?.ForPeople() ?? "",
    };
}
