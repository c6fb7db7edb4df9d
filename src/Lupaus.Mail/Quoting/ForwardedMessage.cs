using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Quoting;

/// <summary>A message that somebody passed on.</summary>
/// <param name="From">Who wrote it, as the forwarding program says; not checked.</param>
/// <param name="Own">What whoever forwards it wrote above it; empty when nothing.</param>
/// <param name="Text">The forwarded words.</param>
/// <param name="Whole">The whole message where it was attached; null where it stands in the text.</param>
public sealed record ForwardedMessage(NamedAddress From, string Own, string Text, MailMessage? Whole);
