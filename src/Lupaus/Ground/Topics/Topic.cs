namespace Lupaus.Ground.Topics;

public readonly record struct TopicId(long Value) : IId<TopicId>
{
    public static TopicId From(long value) => new(value);

    public static TopicId New(DateTimeOffset now) => new(Ids.Next(now));
}

/// <summary>What a matter is about: which team serves it and how soon it is usually answered.</summary>
public sealed class Topic : Remembering
{
    // True or nothing: so the schema lets one topic be it, and the mark can go from one to another in one change.
    private bool? usual;

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
    public bool IsDefault => usual is true;

    /// <summary>The number to call when there is no time to write; else the company's.</summary>
    public PhoneNumber? UrgentPhone { get; private set; }

    /// <summary>No new matters come under it; those that are there keep it.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public bool IsRetired => RetiredAt is not null;

    public static Topic Open(Team team, string finnish, string swedish, string english, TimeSpan answerWithin, TimeSpan fastest, bool isDefault, DateTimeOffset now, Actor by = default)
    {
        WhyNotOpen(finnish, swedish, english, answerWithin, fastest).StopIfAny();
        var topic = new Topic
        {
            Id = TopicId.New(now),
            TeamId = team.Id,
            Finnish = finnish.OneLine(),
            Swedish = swedish.OneLine(),
            English = english.OneLine(),
            AnswerWithin = answerWithin,
            FastestAnswer = fastest,
            usual = isDefault ? true : null,
        };
        topic.Happened(new TopicOpened(topic.Id), by, now);
        return topic;
    }

    public void Become(Team team, string finnish, string swedish, string english, TimeSpan answerWithin, TimeSpan fastest, PhoneNumber? urgent, Actor by, DateTimeOffset now)
    {
        WhyNotOpen(finnish, swedish, english, answerWithin, fastest).StopIfAny();
        (TeamId, Finnish, Swedish, English) = (team.Id, finnish.OneLine(), swedish.OneLine(), english.OneLine());
        (AnswerWithin, FastestAnswer, UrgentPhone) = (answerWithin, fastest, urgent);
        Happened(new TopicDescribed(Id), by, now);
    }

    public void MakeDefault(Topic before, Actor by, DateTimeOffset now)
    {
        WhyNotMakeDefault().StopIfAny();
        if (IsDefault)
            return;
        (before.usual, usual) = (null, true);
        Happened(new TopicMadeDefault(Id), by, now);
    }

    public Refusal? WhyNotMakeDefault() => IsRetired ? Refusal.Because("topic.retired") : null;

    public void Retire(Actor by, DateTimeOffset now)
    {
        WhyNotRetire().StopIfAny();
        if (IsRetired)
            return;
        RetiredAt = now;
        Happened(new TopicRetired(Id), by, now);
    }

    /// <summary>There is always somewhere for a matter whose topic nobody has said.</summary>
    public Refusal? WhyNotRetire() => IsDefault ? Refusal.Because("topic.default") : null;

    public void Revive(Actor by, DateTimeOffset now)
    {
        if (!IsRetired)
            return;
        RetiredAt = null;
        Happened(new TopicRevived(Id), by, now);
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
