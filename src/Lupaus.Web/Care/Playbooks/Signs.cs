using Lupaus.Language.Searching;
using Lupaus.Language.Words;
using Lupaus.Work.Search;

namespace Lupaus.Web.Care.Playbooks;

/// <summary>A playbook's signs as words are compared: all of one sign's words have to stand in a text, in whatever form and order.</summary>
public sealed class Signs
{
    public static readonly Signs None = new([]);

    private readonly IReadOnlyList<SearchTerm>[] signs;

    private Signs(IEnumerable<IReadOnlyList<SearchTerm>> signs) => this.signs = [.. signs.Where(s => s.Count > 0)];

    /// <summary>The same for the index of what was said.</summary>
    public IReadOnlyList<IReadOnlyList<SoughtPhrase>> Ways =>
        [.. signs.Select(sign => sign.Select(t => new SoughtPhrase([new SoughtWord(t.Surface, t.Lemmas, t.Stems)])).ToArray())];

    public static Signs Of(IEnumerable<string> written, SearchAnalyser searching) => new(written.Select(s => searching.Terms(s)));

    /// <summary>Where the words stand that speak for it; nowhere when no sign is there whole.</summary>
    public IReadOnlyList<TextSpan> In(IReadOnlyList<SearchToken> text)
    {
        var found = signs.Select(sign => sign.Select(term => text.FirstOrDefault(word => word.Is(term))).ToArray()).Where(words => words.All(w => w is not null));
        return [.. found.SelectMany(words => words).Select(w => w!.Span).Distinct().OrderBy(s => s.Start)];
    }
}
