using System.Text;

namespace Lupaus.Mail.Trust;

/// <summary>Parts an Authentication-Results field into statements of words: comments go, quotes open, "=" is a word of its own.</summary>
internal static class ResultTokens
{
    private const int Most = 500;

    public static List<List<string>> Statements(string text)
    {
        var statements = new List<List<string>>();
        var words = new List<string>();
        var word = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < text.Length && words.Count + statements.Count < Most; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length && depth > 0)
                i++;
            else if (c == '(')
                depth++;
            else if (c == ')' && depth > 0)
                depth--;
            else if (depth == 0)
                i = Take(text, i, word, words, statements, ref words);
        }
        End(word, words);
        if (words.Count > 0)
            statements.Add(words);
        return statements;
    }

    private static int Take(string text, int at, StringBuilder word, List<string> words, List<List<string>> statements, ref List<string> next)
    {
        switch (text[at])
        {
            case '"':
                for (at++; at < text.Length && text[at] != '"'; at++)
                    word.Append(text[at] == '\\' && at + 1 < text.Length ? text[++at] : text[at]);
                return at;
            case ';':
                End(word, words);
                statements.Add(words);
                next = [];
                return at;
            case '=':
                End(word, words);
                words.Add("=");
                return at;
            case ' ' or '\t':
                End(word, words);
                return at;
            default:
                word.Append(text[at]);
                return at;
        }
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }
}
