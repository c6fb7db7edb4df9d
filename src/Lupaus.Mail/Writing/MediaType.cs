namespace Lupaus.Mail.Writing;

/// <summary>Media types that may be written (RFC 2045, 5.1).</summary>
internal static class MediaType
{
    public static string Checked(string type)
    {
        var plain = type.Split(';')[0].Trim().ToLowerInvariant();
        var slash = plain.IndexOf('/');
        return slash > 0 && slash < plain.Length - 1 && plain.Length <= 100 && IsToken(plain.AsSpan(0, slash)) && IsToken(plain.AsSpan(slash + 1)) && !plain.StartsWith("multipart/", StringComparison.Ordinal)
            ? plain
            : "application/octet-stream";
    }

    private static bool IsToken(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$&^_.+-".Contains(c))
                return false;
        }
        return true;
    }
}
