namespace Lupaus.Mail.Writing;

/// <summary>Message and content ids as they may be written (RFC 5322, 3.6.4; RFC 2392).</summary>
internal static class IdText
{
    private const int Longest = 250;

    public static bool IsId(string id) => id.Length is > 0 and <= Longest && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && !id.AsSpan().ContainsAny('<', '>');

    /// <exception cref="ArgumentException">It can't be an id.</exception>
    public static string Required(string id) => IsId(id) ? $"<{id}>" : throw new ArgumentException("That can't be the id of a message or a part.", nameof(id));
}
