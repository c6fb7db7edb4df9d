namespace Lupaus.Ground.Identity;

/// <summary>The one company this database belongs to. It always has a duty agent: who owns what nobody else can take.</summary>
public sealed class Company : Remembering
{
    public const int OnlyId = 1;

    private Company() { }

    public int Id { get; private init; } = OnlyId;

    public string Name { get; private set; } = "";

    /// <summary>IANA name of the time zone of promises: "Europe/Helsinki".</summary>
    public string Zone { get; private set; } = "Europe/Helsinki";

    public LanguageCode Language { get; private set; }

    /// <summary>The number a customer can call, and the surest way when time is short.</summary>
    public PhoneNumber? Phone { get; private set; }

    public EmailAddress Email { get; private set; }

    /// <summary>What letters come from, beside the agent's own name; the company's name when nothing else is wished.</summary>
    public string? MailName { get; private set; }

    /// <summary>Closed on Midsummer Eve and Christmas Eve too, as most are.</summary>
    public bool ClosesOnEves { get; private set; } = true;

    /// <summary>One in so many turns at the common line is for who has waited longest.</summary>
    public int TurnsEvery { get; private set; } = 3;

    /// <summary>So many promises of answers in a hundred are to be kept: more of them, and each is made for later.</summary>
    public int PromisesToKeep { get; private set; } = 95;

    /// <summary>What each of us may give to customers in a month, in cents, where nothing else is set for them.</summary>
    public int GoodwillLimit { get; private set; }

    /// <summary>Cents in a month.</summary>
    public const int MostGoodwill = 1_000_000;

    public const int FewestTurns = 2, MostTurns = 4, FewestPromises = 80, MostPromises = 99;

    /// <summary>The jourhavande, päivystäjä: an active agent, always.</summary>
    public AgentId DutyAgentId { get; private set; }

    public static Company Open(string name, EmailAddress email, PhoneNumber? phone, LanguageCode language, Agent duty, DateTimeOffset now)
    {
        WhyNotCall(name).StopIfAny();
        WhyNotGiveDutyTo(duty).StopIfAny();
        var company = new Company { Name = name.OneLine(), Email = email, Phone = phone, Language = language, DutyAgentId = duty.Id };
        company.Happened(new CompanyOpened(duty.Id), duty.Id, now);
        return company;
    }

    public static Refusal? WhyNotCall(string name) =>
        name.OneLine().Length is 0 or > Limits.Name ? Refusal.Because("company.name").With("limit", Limits.Name) : null;

    public void GiveDutyTo(Agent agent, Actor by, DateTimeOffset now)
    {
        WhyNotGiveDutyTo(agent).StopIfAny();
        if (agent.Id == DutyAgentId)
            return;
        Happened(new DutyMoved(DutyAgentId, agent.Id), by, now);
        DutyAgentId = agent.Id;
    }

    public static Refusal? WhyNotGiveDutyTo(Agent agent) =>
        agent.IsActive ? null : Refusal.Because("duty.inactive");

    public void Describe(string name, EmailAddress email, PhoneNumber? phone, Actor by, DateTimeOffset now)
    {
        WhyNotCall(name).StopIfAny();
        (Name, Email, Phone) = (name.OneLine(), email, phone);
        Happened(new CompanyDescribed(), by, now);
    }

    /// <summary>Which clock promises are made by, the language of whoever hasn't chosen, and the name letters come under.</summary>
    public void Settle(string zone, LanguageCode language, string? mailName, Actor by, DateTimeOffset now)
    {
        WhyNotSettle(zone, mailName).StopIfAny();
        (Zone, Language, MailName) = (zone, language, mailName.OneLine() is { Length: > 0 } called ? called : null);
        Happened(new CompanyDescribed(), by, now);
    }

    public static Refusal? WhyNotSettle(string zone, string? mailName) =>
        zone.Length > 60 || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId ? Refusal.Because("company.zone") :
        mailName.OneLine().Length > Limits.Name ? Refusal.Because("company.mailname").With("limit", Limits.Name) :
        null;

    /// <summary>Whose turn it is in the common line, and how surely a promise is kept.</summary>
    public void OrderQueue(int turnsEvery, int promisesToKeep, Actor by, DateTimeOffset now)
    {
        WhyNotOrderQueue(turnsEvery, promisesToKeep).StopIfAny();
        if ((TurnsEvery, PromisesToKeep) == (turnsEvery, promisesToKeep))
            return;
        (TurnsEvery, PromisesToKeep) = (turnsEvery, promisesToKeep);
        Happened(new QueueOrdered(turnsEvery, promisesToKeep), by, now);
    }

    public static Refusal? WhyNotOrderQueue(int turnsEvery, int promisesToKeep) =>
        turnsEvery is < FewestTurns or > MostTurns ? Refusal.Because("queue.turns").With("fewest", FewestTurns).With("most", MostTurns) :
        promisesToKeep is < FewestPromises or > MostPromises ? Refusal.Because("queue.promises").With("fewest", FewestPromises).With("most", MostPromises) :
        null;

    public void AllowGoodwill(int cents, Actor by, DateTimeOffset now)
    {
        WhyNotLimitGoodwill(cents).StopIfAny();
        if (GoodwillLimit == cents)
            return;
        GoodwillLimit = cents;
        Happened(new GoodwillAllowed(cents), by, now);
    }

    public static Refusal? WhyNotLimitGoodwill(int? cents) =>
        cents is < 0 or > MostGoodwill ? Refusal.Because("goodwill.limit").With("most", MostGoodwill / 100) : null;

    public void KeepEves(bool closed, Actor by, DateTimeOffset now)
    {
        if (ClosesOnEves == closed)
            return;
        ClosesOnEves = closed;
        Happened(new CompanyDescribed(), by, now);
    }

    public void ClosesOn(DateOnly day, Actor by, DateTimeOffset now) => Happened(new DayClosed(day), by, now);

    public void OpensOn(DateOnly day, Actor by, DateTimeOffset now) => Happened(new DayOpened(day), by, now);

    public void AsksForBackup(Actor by, DateTimeOffset now) => Happened(new BackupAsked(), by, now);

    public void LetsInByOthers(bool isOn, Actor by, DateTimeOffset now) => Happened(new SignInByOthersChanged(isOn), by, now);

    /// <summary>On the company's own record, so that two admins can't take each other's rights at the same moment.</summary>
    public void ChangesRole(AgentId agent, Role from, Role to, Actor by, DateTimeOffset now)
    {
        if (from != to)
            Happened(new RoleChanged(agent, from, to), by, now);
    }

    /// <summary>As <see cref="ChangesRole"/>, for an admin who leaves.</summary>
    public void LosesAdmin(AgentId agent, Actor by, DateTimeOffset now) => Happened(new AdminLeft(agent), by, now);
}
