namespace Lupaus.Ground.Foundations;

/// <summary>A rule said no. Shown to the person who asked, never logged as our fault.</summary>
public sealed class RuleBroken(Refusal refusal) : Exception(refusal.ToString())
{
    public Refusal Refusal { get; } = refusal;
}
