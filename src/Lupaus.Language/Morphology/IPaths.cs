namespace Lupaus.Language.Morphology;

/// <summary>What wants to hear of each way through the transducer; says whether it wants more.</summary>
internal interface IPaths
{
    bool Found(ReadOnlySpan<ushort> written);
}
