namespace Lupaus.Ground.Identity;

/// <summary>One of ours: answers customers under their own name.</summary>
public sealed class Agent : Remembering
{
    private readonly List<LanguageCode> languages = [];

    private Agent() { }

    public AgentId Id { get; private init; }

    public string Name { get; private set; } = "";

    public EmailAddress Email { get; private set; }

    /// <summary>Their own number, shown to customers only when they have chosen so.</summary>
    public PhoneNumber? Phone { get; private set; }

    public bool ShowsPhone { get; private set; }

    /// <summary>How they end a letter; null for their name, the company and a number.</summary>
    public string? Signature { get; private set; }

    public Role Role { get; private set; }

    /// <summary>The languages they answer customers in.</summary>
    public IReadOnlyList<LanguageCode> Languages => languages;

    /// <summary>The language of their own desk.</summary>
    public LanguageCode DeskLanguage { get; private set; }

    public AgentId? StandInId { get; private set; }

    /// <summary>What they may give to customers in a month, in cents; null for as much as the company gives everybody.</summary>
    public int? GoodwillLimit { get; private set; }

    /// <summary>Present while they work here; null once they have left, or before they took up the invitation.</summary>
    public ActiveAgent? Activity { get; private set; }

    public bool IsActive => Activity is not null;

    /// <summary>The invitation was taken back before anybody came by it.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string FirstName => Name.Split(' ', 2)[0];

    /// <summary>For the round picture beside a name: "MV" for Maija Virtanen.</summary>
    public string Initials => InitialsOf(Name);

    public static string InitialsOf(string name)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length switch
        {
            0 => "?",
            1 => parts[0][..1].ToUpperInvariant(),
            _ => string.Concat(parts[0].AsSpan(0, 1), parts[^1].AsSpan(0, 1)).ToUpperInvariant(),
        };
    }

    public static Agent Invite(string name, EmailAddress email, Role role, IReadOnlyCollection<LanguageCode> languages, Actor by, DateTimeOffset now)
    {
        WhyNotCall(name, languages).StopIfAny();
        var agent = new Agent { Id = AgentId.New(now), Name = name.OneLine(), Email = email, Role = role };
        agent.languages.AddRange(languages.Distinct());
        agent.DeskLanguage = agent.languages[0];
        agent.Happened(new AgentInvited(agent.Id, role), by, now);
        return agent;
    }

    public static Refusal? WhyNotCall(string name, IReadOnlyCollection<LanguageCode> languages) =>
        name.OneLine().Length == 0 ? Refusal.Because("agent.name.missing") :
        name.OneLine().Length > Limits.Name ? Refusal.Because("agent.name.long").With("limit", Limits.Name) :
        languages.Count == 0 ? Refusal.Because("agent.languages.missing") :
        null;

    /// <summary>The letter of invitation goes out once more, with a new link.</summary>
    public void RenewInvitation(Actor by, DateTimeOffset now)
    {
        WhyNotRenewInvitation(by).StopIfAny();
        WithdrawnAt = null;
        Happened(new InvitationRenewed(Id), by, now);
    }

    /// <summary>Who was uninvited doesn't invite themselves back.</summary>
    public Refusal? WhyNotRenewInvitation(Actor by) =>
        IsActive ? Refusal.Because("invitation.taken") :
        WithdrawnAt is not null && by.Agent is null ? Refusal.Because("invitation.withdrawn") :
        null;

    public void WithdrawInvitation(Actor by, DateTimeOffset now)
    {
        (IsActive ? Refusal.Because("invitation.taken") : null).StopIfAny();
        if (WithdrawnAt is not null)
            return;
        WithdrawnAt = now;
        Happened(new InvitationWithdrawn(Id), by, now);
    }

    /// <summary>Letters go there from now on, and it is what they sign in with.</summary>
    public void MovesTo(EmailAddress email, Actor by, DateTimeOffset now)
    {
        if (email == Email)
            return;
        Email = email;
        Happened(new AgentEmailChanged(Id), by, now);
    }

    public void ChoosesTeams(Actor by, DateTimeOffset now) => Happened(new TeamsChosen(Id), by, now);

    public void ChoosesHours(Actor by, DateTimeOffset now) => Happened(new HoursChosen(Id), by, now);

    public void SignsIn(HowIn how, DateTimeOffset now) => Happened(new AgentSignedIn(Id, how), Id, now);

    public void EndsSession(SessionId session, Actor by, DateTimeOffset now) => Happened(new SessionEnded(Id, session), by, now);

    /// <summary>They, or somebody in their name, can't get in: a letter with a way back goes to their own address.</summary>
    public void AskToRecover(DateTimeOffset now)
    {
        (IsActive ? null : Refusal.Because("agent.inactive")).StopIfAny();
        Happened(new RecoveryAsked(Id), Actor.Lupaus, now);
    }

    /// <summary>Something about how they get in is new. What it is, the login keeps; that it happened, the facts.</summary>
    public void ChangesWayIn(WayIn what, Actor by, DateTimeOffset now) => Happened(new WayInChanged(Id, what), by, now);

    public void GoesAway(DateTimeOffset from, DateTimeOffset? until, Actor by, DateTimeOffset now) =>
        Happened(new AgentAway(Id, from.Whole(), until?.Whole()), by, now);

    public void IsBack(Actor by, DateTimeOffset now) => Happened(new AgentBack(Id), by, now);

    public void Activate(Actor by, DateTimeOffset now)
    {
        if (IsActive)
            return;
        (WithdrawnAt is not null && by.Agent == Id ? Refusal.Because("invitation.withdrawn") : null).StopIfAny();
        WithdrawnAt = null;
        Activity = new ActiveAgent(Id, now);
        Happened(new AgentActivated(Id), by, now);
    }

    /// <summary>Lets them go. Their open tickets must have moved in the same change: the database sees to it.</summary>
    public void Deactivate(int otherActiveAgents, Actor by, DateTimeOffset now)
    {
        WhyNotDeactivate(otherActiveAgents).StopIfAny();
        Activity = null;
        Happened(new AgentDeactivated(Id), by, now);
    }

    public Refusal? WhyNotDeactivate(int otherActiveAgents) =>
        !IsActive ? Refusal.Because("agent.inactive") :
        otherActiveAgents == 0 ? Refusal.Because("agent.last") :
        null;

    /// <summary>They give of their limit. On their own record, so that two gifts at the same moment can't both take the last of it.</summary>
    public void GivesGoodwill() => CountsAgainst();

    public void LimitGoodwill(int? cents, Actor by, DateTimeOffset now)
    {
        Company.WhyNotLimitGoodwill(cents).StopIfAny();
        if (GoodwillLimit == cents)
            return;
        GoodwillLimit = cents;
        Happened(new GoodwillLimited(Id, cents), by, now);
    }

    public void NameStandIn(AgentId? standIn, Actor by, DateTimeOffset now)
    {
        WhyNotNameStandIn(standIn).StopIfAny();
        if (StandInId == standIn)
            return;
        StandInId = standIn;
        Happened(new StandInNamed(Id, standIn), by, now);
    }

    public Refusal? WhyNotNameStandIn(AgentId? standIn) =>
        standIn == Id ? Refusal.Because("agent.standin.self") : null;

    public void IntroduceAs(string name, PhoneNumber? phone, bool showsPhone, LanguageCode desk, Actor by, DateTimeOffset now)
    {
        WhyNotCall(name, languages).StopIfAny();
        (Name, Phone, ShowsPhone, DeskLanguage) = (name.OneLine(), phone, showsPhone && phone is not null, desk);
        Happened(new AgentDescribed(Id), by, now);
    }

    /// <summary>Somebody has to stay who can open the doors of the house.</summary>
    public Refusal? WhyNotBecome(Role role, int otherActiveAdmins) =>
        Role == Role.Admin && role != Role.Admin && IsActive && otherActiveAdmins == 0 ? Refusal.Because("agent.lastadmin") : null;

    public void SignWith(string? signature, Actor by, DateTimeOffset now)
    {
        var words = signature.Cleaned() is { Length: > 0 } given ? given : null;
        (words?.Length > Limits.Reason ? Refusal.Because("agent.signature.long").With("limit", Limits.Reason) : null).StopIfAny();
        if (words == Signature)
            return;
        Signature = words;
        Happened(new AgentDescribed(Id), by, now);
    }

    public void ChangeRole(Role role, IReadOnlyCollection<LanguageCode> spoken, Actor by, DateTimeOffset now)
    {
        WhyNotCall(Name, spoken).StopIfAny();
        Role = role;
        languages.Clear();
        languages.AddRange(spoken.Distinct());
        Happened(new AgentDescribed(Id), by, now);
    }
}
