using System.Xml.Linq;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Foundations;

/// <summary>ASP.NET's data protection keys in our database, so that every web node reads the same cookies and links.</summary>
public sealed class KeysInDatabase(IDbContextFactory<LupausDb> databases) : IXmlRepository
{
    private const string Prefix = "data-protection/";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Secrets.AsNoTracking().Where(s => s.Name.StartsWith(Prefix)).Select(s => s.Value).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Secrets.Add(new Secret(Prefix + friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        // The interface knows no other way than to wait.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
