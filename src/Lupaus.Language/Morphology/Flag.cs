namespace Lupaus.Language.Morphology;

/// <summary>
/// A flag diacritic (Beesley and Karttunen, Finite State Morphology, 2003, chapter 7): a condition on what was passed on the way here, or a
/// note of it. Values are numbered from 1 within a feature; 0 is "not set", and in a condition "whatever it is".
/// </summary>
internal readonly record struct Flag(FlagKind Kind, int Feature, byte Value)
{
    /// <summary>Whether the way goes on past this flag; what the feature becomes then.</summary>
    public bool Lets(byte now, out byte then)
    {
        then = Kind switch
        {
            FlagKind.Set => Value,
            FlagKind.Clear => 0,
            FlagKind.Unify when now == 0 => Value,
            _ => now,
        };
        return Kind switch
        {
            FlagKind.Unify => now == 0 || now == Value,
            FlagKind.Require => Value == 0 ? now != 0 : now == Value,
            FlagKind.Disallow => Value == 0 ? now == 0 : now != Value,
            _ => true,
        };
    }
}

internal enum FlagKind { Set, Clear, Unify, Require, Disallow }
