using System.Globalization;

namespace Lupaus.Web.Looks;

/// <summary>Euros as people read them: "12,50 €", in English "€12.50"; whole ones without cents.</summary>
public static class EuroText
{
    public static string Of(long cents, LanguageCode language)
    {
        var amount = (cents / 100m).ToString(cents % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture);
        return language == LanguageCode.En ? $"€{amount}" : $"{amount.Replace('.', ',')}\u00a0€";
    }

    /// <summary>As it stands in a field: without the sign.</summary>
    public static string InField(long cents, LanguageCode language) =>
        (cents / 100m).ToString(cents % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture).Replace('.', language == LanguageCode.En ? '.' : ',');
}
