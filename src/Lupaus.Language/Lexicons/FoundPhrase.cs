using Lupaus.Language.Words;

namespace Lupaus.Language.Lexicons;

/// <param name="First">The number of its first word, and <paramref name="Last"/> that of its last.</param>
internal readonly record struct FoundPhrase(Phrase Phrase, TextSpan Span, int First, int Last);
