using System.Collections.Concurrent;
using System.Text;

namespace Lupaus.Mail.Coding;

/// <summary>Charsets by the names that mail gives them (IANA, and the misspellings that are common).</summary>
internal static class Charsets
{
    public static readonly Encoding Utf8 = new UTF8Encoding(false, false);
    public static readonly Encoding Western = FromCodePages("windows-1252")!;
    private static readonly ConcurrentDictionary<string, Encoding?> Found = new(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Aliases = new[]
    {
        ("iso-8859-1", "latin1 latin-1 l1 8859_1"),
        ("iso-8859-15", "latin9 latin-9 l9"),
        ("windows-1252", "ansi x-ansi x-cp1252"),
        ("shift_jis", "x-sjis sjis cp932 windows-31j ms_kanji"),
        ("gb18030", "cp936 x-gbk gb2312 gbk"),
        ("euc-jp", "x-euc-jp"),
        ("ks_c_5601-1987", "cp949 uhc ksc5601"),
        ("euc-kr", "euc_kr"),
        ("big5", "big5-hkscs x-big5 cp950"),
        ("koi8-r", "koi8"),
        ("hz-gb-2312", "hz"),
        ("macintosh", "mac x-mac-roman macroman"),
        ("windows-874", "tis-620 iso-8859-11"),
        ("iso-2022-jp", "iso-2022-jp-2 iso-2022-jp-1 iso-2022-jp-ms"),
        ("ibm850", "cp850 850"),
        ("ibm437", "cp437 437"),
    }.SelectMany(charset => charset.Item2.Split(' ').Select(alias => (Alias: alias, Name: charset.Item1))).ToDictionary(pair => pair.Alias, pair => pair.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when nobody here knows the name. UTF-7 and US-ASCII are no encodings of the framework: see <see cref="TextDecoder"/>.</summary>
    public static Encoding? Find(string name) => Found.Count > 500 ? Look(name) : Found.GetOrAdd(name, Look);

    private static Encoding? Look(string name)
    {
        if (name.Length > 40)
            return null;
        var plain = name.Replace('_', '-').ToLowerInvariant();
        if (Aliases.TryGetValue(name, out var other) || Aliases.TryGetValue(plain, out other))
            plain = other;
        return plain switch
        {
            "utf-8" or "utf8" or "utf-8n" or "unicode-1-1-utf-8" or "x-utf-8" or "cp65001" or "65001" => Utf8,
            "iso-8859-1" or "iso8859-1" or "iso88591" or "cp819" => Encoding.Latin1,
            "utf-16le" or "utf16le" => Encoding.Unicode,
            "utf-16" or "utf16" or "utf-16be" or "utf16be" or "ucs-2" or "iso-10646-ucs-2" => Encoding.BigEndianUnicode,
            "utf-32le" => Encoding.UTF32,
            "utf-32" or "utf-32be" => BigUtf32,
            _ => FromCodePages(plain) ?? FromCodePages(name) ?? FromCodePages(Respelt(plain)),
        };
    }

    private static readonly Encoding BigUtf32 = new UTF32Encoding(true, true);

    // "iso8859-15", "cp1252", "windows1252", "win-1252": the number is what counts.
    private static string Respelt(string name)
    {
        var digits = name.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz-_ ").ToString();
        if (name.StartsWith("iso", StringComparison.Ordinal) && digits.StartsWith("8859", StringComparison.Ordinal))
            return "iso-8859-" + digits[4..].TrimStart('-');
        if ((name.StartsWith("cp", StringComparison.Ordinal) || name.StartsWith("win", StringComparison.Ordinal)) && digits is ['1', '2', '5', _])
            return "windows-" + digits;
        return "";
    }

    private static Encoding? FromCodePages(string name)
    {
        if (name.Length == 0 || name.StartsWith("x-unicode", StringComparison.Ordinal))
            return null;
        return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
    }
}
