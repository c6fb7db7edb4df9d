namespace Lupaus.Ground.Topics;

public readonly record struct TopicId(long Value) : IId<TopicId>
{
    public static TopicId From(long value) => new(value);

    public static TopicId New(DateTimeOffset now) => new(Ids.Next(now));
}

/// <summary>What a matter is about: which team serves it and how soon it is usually answered.</summary>
public sealed class Topic
{
    private Topic() { }

    public TopicId Id { get; private init; }

    public TeamId TeamId { get; private set; }

    public string Finnish { get; private set; } = "";

    public string Swedish { get; private set; } = "";

    public string English { get; private set; } = "";

    /// <summary>Open time within which we promise a first answer when nothing presses.</summary>
    public TimeSpan AnswerWithin { get; private set; }

    /// <summary>The least open time an answer takes when a customer's deadline is near.</summary>
    public TimeSpan FastestAnswer { get; private set; }

    /// <summary>Where a matter goes whose topic nobody has said yet. Exactly one topic.</summary>
    public bool IsDefault { get; private set; }

    public static Topic Open(Team team, string finnish, string swedish, string english, TimeSpan answerWithin, TimeSpan fastest, bool isDefault, DateTimeOffset now)
    {
        WhyNotOpen(finnish, swedish, english, answerWithin, fastest).StopIfAny();
        return new Topic
        {
            Id = TopicId.New(now),
            TeamId = team.Id,
            Finnish = finnish.OneLine(),
            Swedish = swedish.OneLine(),
            English = english.OneLine(),
            AnswerWithin = answerWithin,
            FastestAnswer = fastest,
            IsDefault = isDefault,
        };
    }

    public static Refusal? WhyNotOpen(string finnish, string swedish, string english, TimeSpan answerWithin, TimeSpan fastest) =>
        new[] { finnish, swedish, english }.Any(n => n.OneLine().Length is 0 or > Limits.Name) ? Refusal.Because("topic.name").With("limit", Limits.Name) :
        fastest <= TimeSpan.Zero || answerWithin < fastest || answerWithin > TimeSpan.FromDays(30) ? Refusal.Because("topic.times") :
        null;

    public string NameIn(LanguageCode language) => language switch
    {
        LanguageCode.Fi => Finnish,
        LanguageCode.Sv => Swedish,
        _ => English,
    };
}
