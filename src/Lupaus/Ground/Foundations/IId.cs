namespace Lupaus.Ground.Foundations;

/// <summary>An id of ours: 63 bits, time-ordered, a string in JSON because it may pass 2^53.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    long Value { get; }

    static abstract TSelf From(long value);
}
