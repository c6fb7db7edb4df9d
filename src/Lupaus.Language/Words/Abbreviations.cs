using System.Collections.Frozen;

namespace Lupaus.Language.Words;

/// <summary>Short forms whose dot does not end a sentence, in Finnish, Swedish and English.</summary>
internal static class Abbreviations
{
    /// <summary>Something always follows: "esim. tämä", "Dr. Who".</summary>
    private static readonly FrozenSet<string> Leading = Of(
        "esim klo ks n nro puh vrt os em ko ts ns sis alk prof tri dos ins s v p k fil maist vt yo huom aik "
        + "kl ca nr tel bl t.ex bl.a f.d fr.o.m t.o.m s.k jfr ev resp avd d.v.s dvs p.g.a pga m.a.o tfn s.a.s st "
        + "e.g i.e mr mrs ms dr vs approx no vol fig dept tel ext cf");

    /// <summary>May close a list, and then the sentence too: "kuitti, takuu jne. Soitan huomenna."</summary>
    private static readonly FrozenSet<string> Closing = Of("jne ym yms tms mm mrd milj kpl jkr eaa osv o.s.v m.m m.fl etc inc ltd co corp a.m p.m jr sr min vk kk pv vko");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadingBySpan = Leading.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClosingBySpan = Closing.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a sentence goes on after this word's dot when the next one begins so.</summary>
    public static bool GoesOn(ReadOnlySpan<char> word, bool isCapitalNext) =>
        LeadingBySpan.Contains(word) || IsInitial(word) || (!isCapitalNext && ClosingBySpan.Contains(word));

    /// <summary>"J. Virtanen".</summary>
    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsUpper(word[0]);

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
