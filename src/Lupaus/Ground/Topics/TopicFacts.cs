using Lupaus.Ground.Identity;

namespace Lupaus.Ground.Topics;

public sealed record TeamFounded(TeamId Team) : AboutUs;

public sealed record TeamDescribed(TeamId Team) : AboutUs;

public sealed record TopicOpened(TopicId Topic) : AboutUs;

public sealed record TopicDescribed(TopicId Topic) : AboutUs;

public sealed record TopicRetired(TopicId Topic) : AboutUs;

public sealed record TopicRevived(TopicId Topic) : AboutUs;

/// <summary>Where a matter goes whose topic nobody has said.</summary>
public sealed record TopicMadeDefault(TopicId Topic) : AboutUs;
