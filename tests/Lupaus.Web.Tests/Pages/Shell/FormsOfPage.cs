using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>A form as it stands on a page: where it goes, and what is in its fields.</summary>
internal sealed record FormOfPage(string Action, bool IsGet, IReadOnlyList<FieldOfForm> Fields)
{
    /// <summary>A page lists the same form once for each of many rows: one of them is enough.</summary>
    public string Kind => string.Concat(Action.Split('?')[0].Select(c => char.IsDigit(c) ? '0' : c)) + string.Join(',', Fields.Select(f => f.Name));

    public static IEnumerable<FormOfPage> On(string html, string path)
    {
        foreach (var form in new HtmlParser().ParseDocument(html).Forms.OfType<IHtmlFormElement>())
        {
            var action = form.GetAttribute("action") is { Length: > 0 } given ? given : path;
            yield return new(action, !string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase), [.. Named(form)]);
        }
    }

    private static IEnumerable<FieldOfForm> Named(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var field = element switch
            {
                IHtmlInputElement { Type: "file" } => null,
                IHtmlInputElement { Type: "radio" or "checkbox" } input => new FieldOfForm(input.Name ?? "", input.IsChecked ? input.Value : null, false),
                IHtmlInputElement input => new FieldOfForm(input.Name ?? "", input.Value, input.Type == "hidden"),
                IHtmlTextAreaElement area => new FieldOfForm(area.Name ?? "", area.Value, false),
                IHtmlSelectElement select => new FieldOfForm(select.Name ?? "", select.Value, false),
                IHtmlButtonElement button => new FieldOfForm(button.Name ?? "", button.Value, false),
                _ => null,
            };
            if (field is { Name.Length: > 0 })
                yield return field;
        }
    }
}

internal sealed record FieldOfForm(string Name, string? Value, bool IsHidden)
{
    /// <summary>What keeps strangers' pages from sending our forms; without it nothing behind it is tried.</summary>
    public bool IsGuard => Name == "__RequestVerificationToken";
}
