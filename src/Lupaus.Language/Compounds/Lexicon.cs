namespace Lupaus.Language.Compounds;

/// <summary>A dictionary's words with their endings: what a form may come from, and what may begin a compound.</summary>
internal sealed class Lexicon
{
    private const int LongestEnding = 8;

    private readonly WordTable words;
    private readonly EndingTable inflections;
    private readonly EndingTable links;

    public Lexicon(WordTable words, IEnumerable<Ending> endings)
    {
        var all = endings.Where(e => e.Put.Length <= LongestEnding && e.Cut.Length <= LongestEnding).ToLookup(e => e.IsLink);
        (this.words, inflections, links) = (words, new EndingTable(all[false]), new EndingTable(all[true]));
    }

    public WordTable.Marked Of(ReadOnlySpan<char> word) => words.Of(word);

    /// <summary>The entries that a word may be a form of: "biljetterna" of "biljett".</summary>
    /// <param name="isLast">It ends a compound, where words stand that are none by themselves.</param>
    public List<Entry> Forms(ReadOnlySpan<char> form, bool isLast = false)
    {
        var found = new List<Entry>();
        var not = isLast ? Marks.NoWord & ~Marks.OnlyWithin : Marks.NoWord;
        foreach (var mark in words.Of(form))
            if ((mark & not) == 0)
                found.Add(new Entry(form.ToString(), mark));
        Undone(form, inflections, not, found);
        return found;
    }

    public bool Begins(ReadOnlySpan<char> form, bool names)
    {
        var not = names ? Marks.Wrong : Marks.Wrong | Marks.Name;
        foreach (var mark in words.Of(form))
            if ((mark & Marks.Begins) != 0 && (mark & not) == 0)
                return true;
        return Undone(form, links, not, null);
    }

    /// <summary>The entries of which that is how they begin a compound: "löne" of "lön". Nouns, if there are any.</summary>
    public List<Entry> Beginnings(ReadOnlySpan<char> form)
    {
        var found = new List<Entry>();
        foreach (var mark in words.Of(form))
            if ((mark & Marks.Begins) != 0 && (mark & Marks.NoWord) == 0)
                found.Add(new Entry(form.ToString(), mark));
        Undone(form, links, Marks.NoWord, found);
        if (form[^1] is 'e' or 'o' or 'u' || !found.Exists(e => e.IsNoun))
            AddWhole(found, form);
        return found.Exists(e => e.IsNoun) ? found.FindAll(e => e.IsNoun) : found;
    }

    public bool Has(ReadOnlySpan<char> word, Func<ulong, bool> such)
    {
        foreach (var mark in words.Of(word))
            if ((mark & (Marks.NoWord | Marks.Name)) == 0 && such(mark))
                return true;
        return false;
    }

    public bool HasVerb(ReadOnlySpan<char> stem)
    {
        Span<char> room = stackalloc char[stem.Length + 1];
        stem.CopyTo(room);
        room[^1] = 'a';
        return Has(room, mark => (mark & Marks.Verb) != 0);
    }

    /// <summary>Takes endings off again: whether there are words which get that form by one of them; and which they are, if that is asked.</summary>
    private bool Undone(ReadOnlySpan<char> form, EndingTable endings, ulong not, List<Entry>? found)
    {
        Span<char> room = stackalloc char[form.Length + LongestEnding];
        form.CopyTo(room);
        for (var put = Math.Min(endings.Longest, form.Length); put >= 0; put--)
            if (endings.Of(form[^put..]) is { } some)
                foreach (var ending in some)
                {
                    var word = room[..(form.Length - put + ending.Cut.Length)];
                    ending.Cut.CopyTo(word[(form.Length - put)..]);
                    if (word.Length > 1 && ending.Where.Fits(word))
                        foreach (var mark in words.Of(word))
                            if ((mark & ending.Mark) != 0 && (mark & not) == 0)
                            {
                                if (found is null)
                                    return true;
                                found.Add(new Entry(word.ToString(), mark));
                            }
                    form[^put..].CopyTo(room[(form.Length - put)..]);
                }
        return false;
    }

    /// <summary>
    /// Many entries are the forms of compounds alone, and don't say what they come from; but such forms tell: "arbets" is of "arbete", "varu" of "vara".
    /// </summary>
    private void AddWhole(List<Entry> found, ReadOnlySpan<char> form)
    {
        string[] tries = form switch
        {
            [.. var bare, 'e'] => [$"{bare}", $"{bare}a", $"{bare}e"],
            [.. var bare, 'o' or 'u'] => [$"{bare}a", $"{bare}e"],
            [.. var bare, 'e', 's'] => [$"{bare}e", $"{bare}", $"{bare}a"],
            [.. var bare, 's'] => [$"{bare}", $"{bare}e", $"{bare}a"],
            [.., 'a', 'r'] => [$"{form}e"],
            _ => [$"{form}e", $"{form}a", $"{form}er"],
        };
        foreach (var word in tries)
            AddPlain(found, word);
        if (form[^1] is 'o' or 'u' && !found.Exists(e => e.IsNoun))
            AddPlain(found, form[..^1]);
        if (form is [.., 'a', 'r'] && found.TrueForAll(e => e.Lemma != tries[0]))
            found.Add(new Entry(tries[0], Marks.Genitive));
        if (found.Count == 0)
            found.Add(new Entry(form.ToString(), 0));
    }

    private void AddPlain(List<Entry> found, ReadOnlySpan<char> word)
    {
        foreach (var mark in words.Of(word))
            if ((mark & (Marks.NoWord | Marks.Name)) == 0)
                found.Add(new Entry(word.ToString(), mark));
    }
}
