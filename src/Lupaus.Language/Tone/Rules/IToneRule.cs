using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

internal interface IToneRule
{
    IEnumerable<ToneMark> In(Draft draft);
}
