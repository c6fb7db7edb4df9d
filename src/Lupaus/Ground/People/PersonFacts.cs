namespace Lupaus.Ground.People;

public sealed record PersonDescribed(PersonId Person) : Fact;

public enum ContactChange { Added, Removed, Preferred, Dead, Alive }

public sealed record ContactChanged(PersonId Person, ContactKind Kind, ContactChange Change) : Fact;

public sealed record WordGiven(PersonId Person, GivenWordId Word, DateTimeOffset Due) : Fact;

public sealed record WordSettled(PersonId Person, GivenWordId Word, HowWordEnded How) : Fact;

/// <summary>Two rows turned out to be one human.</summary>
public sealed record PeopleMerged(PersonId From, PersonId Into) : Fact;

/// <summary>They are two after all.</summary>
public sealed record PeopleParted(PersonId Person, PersonId From) : Fact;
