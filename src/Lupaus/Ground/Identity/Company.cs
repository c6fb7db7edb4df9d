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
}
