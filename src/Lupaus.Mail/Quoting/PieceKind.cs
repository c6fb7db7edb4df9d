namespace Lupaus.Mail.Quoting;

/// <summary>What a run of lines in a message is.</summary>
public enum PieceKind
{
    /// <summary>The writer's own words, answers between quoted lines included.</summary>
    Own,

    /// <summary>Somebody else's words, or the writer's of an earlier message, with the line that introduces them.</summary>
    Quote,

    /// <summary>A signature: after "-- " (RFC 3676, 4.3), or what a telephone adds by itself.</summary>
    Signature,
}
