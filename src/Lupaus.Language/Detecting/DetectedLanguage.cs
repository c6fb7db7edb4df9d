namespace Lupaus.Language.Detecting;

/// <summary>What language a message is in.</summary>
/// <param name="Language">The language, or <see cref="TextLanguage.Unknown"/>: then ask the person's, then the company's.</param>
/// <param name="Margin">
/// How sure: the natural logarithm of the odds of this language against the likeliest other one, over the whole message. 0 is a guess,
/// 3 is twenty to one; long messages have hundreds. 0 where the language is not known.
/// </param>
public readonly record struct DetectedLanguage(TextLanguage Language, double Margin)
{
    /// <summary>Another of our languages that some sentence of the message seems to be in: search reads the message in both.</summary>
    public TextLanguage? Second { get; init; }
}
