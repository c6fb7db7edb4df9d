using Lupaus.Language.Words;

namespace Lupaus.Language.Abuse;

public sealed record AbuseEvidence(TextSpan Words, AbuseLevel Level);
