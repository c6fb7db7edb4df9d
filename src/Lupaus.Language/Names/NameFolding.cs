using System.Text;

namespace Lupaus.Language.Names;

/// <summary>
/// A name as it is heard rather than written: small letters without marks, å and ø as o, w as v, c and q as k, ph as f, th as t, x as ks,
/// z as s. Apostrophes and colons fall away ("O'Connor", "Smith:n"); whatever else is no letter parts the words.
/// </summary>
internal static class NameFolding
{
    /// <summary>The words in small letters, otherwise as they were written.</summary>
    public static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (letter is '\'' or '’' or '´' or '`' or ':' || IsMark(letter))
                continue;
            if (char.IsLetter(letter))
                word.Append(char.ToLowerInvariant(letter));
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word)
            Append(folded, letter);
        return folded.ToString();
    }

    /// <summary>Å sounds as o in Finland, but many write a where their keyboard has none.</summary>
    public static string FoldWithoutRings(string word) => Fold(word.Replace('å', 'a'));

    private static void Append(StringBuilder folded, char letter)
    {
        var before = folded.Length == 0 ? ' ' : folded[^1];
        switch (letter)
        {
            case 'h' when before is 'p':
                folded[^1] = 'f';
                break;
            case 'h' when before is 't':
                break;
            default:
                folded.Append(Fold(letter));
                break;
        }
    }

    private static string Fold(char letter) => letter switch
    {
        'å' or 'ø' or 'œ' => "o",
        'æ' => "a",
        'w' => "v",
        'c' or 'q' => "k",
        'x' => "ks",
        'z' => "s",
        'ß' => "ss",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "t",
        'ı' => "i",
        < '\u0080' => letter.ToString(),
        'č' or 'ç' or 'ć' => "k",
        'ž' or 'ź' or 'ż' => "s",
        _ => letter.ToString().Normalize(NormalizationForm.FormD)[..1],
    };

    private static bool IsMark(char letter) => letter is >= '\u0300' and < '\u0370';
}
