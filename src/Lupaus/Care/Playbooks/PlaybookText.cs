using Lupaus.Core.Promises;
using Lupaus.Work.Replies;

namespace Lupaus.Care.Playbooks;

/// <summary>All that a playbook says.</summary>
public sealed record PlaybookText(string Name, string? UseWhen, SavedTexts Answer, PromiseKind Promise, int WithinHours, SavedTexts Promised, IReadOnlyList<string> Signs)
{
    public PlaybookText Cleaned() => new(
        Name.OneLine(), UseWhen.OneLine() is { Length: > 0 } when ? when : null, Answer.Cleaned(), Promise, WithinHours, Lines(Promised),
        [.. Signs.Select(s => s.OneLine()).Where(s => s.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)]);

    public Refusal? WhyNotWrite() => Cleaned().WhyNot();

    private Refusal? WhyNot() =>
        Name.Length is 0 or > Limits.Name ? Refusal.Because("playbook.name").With("limit", Limits.Name) :
        UseWhen?.Length > Limits.Reason ? Refusal.Because("playbook.when").With("limit", Limits.Reason) :
        Answer.All.All(t => t is null) ? Refusal.Because("playbook.answer") :
        Answer.All.Any(t => t?.Length > SavedReply.MaxLength) ? Refusal.Because("playbook.long").With("limit", SavedReply.MaxLength) :
        SavedReply.UnknownIn(Answer) is { } unknown ? Refusal.Because("saved.variable").With("name", unknown) :
        Promise is not (PromiseKind.Act or PromiseKind.FindOut) ? Refusal.Because("promise.kind") :
        WithinHours is < 1 or > Playbook.MostHours ? Refusal.Because("playbook.hours").With("limit", Playbook.MostHours) :
        Promised.All.Select(PromiseWords.WhyNotSay).FirstOrDefault(r => r is not null) ?? WhyNotKnowBySigns();

    private Refusal? WhyNotKnowBySigns() =>
        Signs.Count > Playbook.MostSigns ? Refusal.Because("playbook.signs").With("limit", Playbook.MostSigns) :
        Signs.Any(s => s.Length > Limits.Name || s.Split(' ').Length > Playbook.MostWordsOfSign || !s.Any(char.IsLetterOrDigit)) ? Refusal.Because("playbook.sign").With("limit", Playbook.MostWordsOfSign) :
        null;

    private static SavedTexts Lines(SavedTexts texts) => new SavedTexts(texts.Finnish.OneLine(), texts.Swedish.OneLine(), texts.English.OneLine()).Cleaned();
}
