namespace Lupaus.Mail.Imap;

/// <summary>What is known of a message before it is fetched.</summary>
/// <param name="Uid">Its number in its folder.</param>
/// <param name="Size">In bytes, as the server says; some servers only guess.</param>
/// <param name="Arrived">When the server got it (INTERNALDATE); null when it doesn't say so.</param>
/// <param name="Flags">In lower case, such as "\seen", "\deleted".</param>
public sealed record MessageSummary(uint Uid, long Size, DateTimeOffset? Arrived, IReadOnlyList<string> Flags);
