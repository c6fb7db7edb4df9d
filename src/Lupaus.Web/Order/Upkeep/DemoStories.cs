using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>What a story can say. Each is a method that reads as it happened; its cues are the times it waits for.</summary>
internal abstract class DemoStories(DemoStage stage, IReadOnlyDictionary<DemoAgent, AgentId> agents)
{
    public abstract IEnumerable<Func<Task>> All { get; }

    protected static WhatNext Solves => new WhatNext.Solves();

    protected static WhatNext CannotHelp => new WhatNext.CannotHelp();

    protected static WhatNext Stands => new WhatNext.PromiseStands();

    protected static WhatNext Act(DateTimeOffset due, string what) => new WhatNext.Promises(PromiseKind.Act, due, what);

    protected static WhatNext FindOut(DateTimeOffset due, string what) => new WhatNext.Promises(PromiseKind.FindOut, due, what);

    protected static WhatNext Waits(DateTimeOffset askAgainAt, string reminder) => new WhatNext.WaitsForCustomer(askAgainAt, reminder);

    protected static DemoCustomer Finn(string name, string? mailbox, string? phone = null) => Customer(name, mailbox, phone, LanguageCode.Fi);

    protected static DemoCustomer Swede(string name, string mailbox) => Customer(name, mailbox, null, LanguageCode.Sv);

    protected static DemoCustomer Foreigner(string name, string mailbox) => Customer(name, mailbox, null, LanguageCode.En);

    /// <summary>The story begins, or goes on, so many working days before today.</summary>
    protected Task Day(int back, string time) => stage.Until(stage.WorkingDay(back, time));

    /// <summary>So many minutes before the present moment.</summary>
    protected Task Ago(int minutes) => stage.Until(stage.Present.AddMinutes(-minutes));

    protected Task After(int minutes) => stage.Until(stage.Time.AddMinutes(minutes));

    /// <summary>Before the watch over promises notices.</summary>
    protected Task JustAfter(DateTimeOffset due) => stage.Until(due.AddSeconds(5));

    /// <summary>Minutes from the story's own moment.</summary>
    protected DateTimeOffset In(int minutes) => Rounded(stage.Time.AddMinutes(minutes));

    protected DateTimeOffset FromPresent(int minutes) => stage.Present.AddMinutes(minutes);

    protected DateTimeOffset On(int back, string time) => stage.WorkingDay(back, time);

    protected DateTimeOffset Ahead(int days, string time) => stage.WorkingDayAhead(days, time);

    protected async Task<DemoMatter> Writes(DemoCustomer who, string topic, string subject, string text, DateTimeOffset? deadline = null, Channel channel = Channel.Form, Upload? file = null)
    {
        var company = await stage.The<OurCompany>().Now(default);
        var matter = new NewMatter(
            who.Name, EmailAddress.Read(who.Email), PhoneNumber.Read(who.Phone), text, who.Language, channel, DemoMatter.NewSource,
            subject, deadline, company.Topics.First(t => t.Finnish == topic).Id)
        { Files = file is null ? [] : [file] };
        return new DemoMatter(stage, agents, (await stage.The<OpenTicket>().From(matter, default)).Id);
    }

    /// <summary>One of ours asks colleagues.</summary>
    protected async Task<DemoMatter> Asks(DemoAgent who, string topic, string subject, string text, DateTimeOffset? deadline = null)
    {
        var company = await stage.The<OurCompany>().Now(default);
        var matter = new NewMatter(null, null, null, text, LanguageCode.Fi, Channel.Desk, DemoMatter.NewSource, subject, deadline, company.Topics.First(t => t.Finnish == topic).Id) { RequestedBy = agents[who] };
        return new DemoMatter(stage, agents, (await stage.The<OpenTicket>().From(matter, default)).Id);
    }

    private static DemoCustomer Customer(string name, string? mailbox, string? phone, LanguageCode language) =>
        new(name, mailbox is null ? null : mailbox.Contains('@') ? mailbox : $"{mailbox}@posti.example", phone, language);

    /// <summary>People promise round times: up to five minutes.</summary>
    private static DateTimeOffset Rounded(DateTimeOffset at)
    {
        var past = at.Ticks % TimeSpan.FromMinutes(5).Ticks;
        return past == 0 ? at : at.AddTicks(TimeSpan.FromMinutes(5).Ticks - past);
    }
}
