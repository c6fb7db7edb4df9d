using Lupaus.Care.Playbooks;
using Lupaus.Care.Recovery;
using Lupaus.Care.Thanks;
using Lupaus.Core.Links;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Calls;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Api;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Files;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Work.Alerts;
using Lupaus.Work.Automation;
using Lupaus.Work.Batches;
using Lupaus.Work.Merging;
using Lupaus.Work.Replies;
using Lupaus.Work.Search;
using Lupaus.Work.Views;
using Lupaus.Work.Webhooks;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Storage.Order.Upkeep;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Lupaus.Storage;

/// <summary>Everything one company's Lupaus remembers. One save is one transaction, facts and all.</summary>
public abstract class LupausDb(DbContextOptions options) : IdentityUserContext<Login, long>(options)
{
    // Contexts are pooled: a failure counts for the lease it happened in, not for those after it.
    private int? failedLease;

    /// <summary>What this change asked for last: whether it was done before.</summary>
    internal Source? Asked { get; set; }

    public DbSet<Person> People => Set<Person>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<GivenWord> GivenWords => Set<GivenWord>();

    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();

    public DbSet<Company> Companies => Set<Company>();

    public DbSet<Agent> Agents => Set<Agent>();

    public DbSet<ActiveAgent> ActiveAgents => Set<ActiveAgent>();

    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<FactRow> Facts => Set<FactRow>();

    public DbSet<WorkingHours> WorkingHours => Set<WorkingHours>();

    public DbSet<ClosedDay> ClosedDays => Set<ClosedDay>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<TurnsTaken> TurnsTaken => Set<TurnsTaken>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<PromiseEnd> PromiseEnds => Set<PromiseEnd>();

    public DbSet<PromiseBasis> PromiseBases => Set<PromiseBasis>();

    public DbSet<AllowedRisk> AllowedRisks => Set<AllowedRisk>();

    public DbSet<PromiseWords> PromiseWords => Set<PromiseWords>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Obstacle> Obstacles => Set<Obstacle>();

    public DbSet<Duty> Duties => Set<Duty>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<CustomerLink> CustomerLinks => Set<CustomerLink>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    public DbSet<Unsent> Unsent => Set<Unsent>();

    public DbSet<UnsentCall> UnsentCalls => Set<UnsentCall>();

    public DbSet<Mailbox> Mailboxes => Set<Mailbox>();

    public DbSet<ReceivedMail> ReceivedMails => Set<ReceivedMail>();

    public DbSet<TicketPair> TicketPairs => Set<TicketPair>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<TicketTag> TicketTags => Set<TicketTag>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<LastLook> LastLooks => Set<LastLook>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<BatchLine> BatchLines => Set<BatchLine>();

    public DbSet<BlockedSender> BlockedSenders => Set<BlockedSender>();

    public DbSet<UnsentFile> UnsentFiles => Set<UnsentFile>();

    public DbSet<SavedReply> SavedReplies => Set<SavedReply>();

    public DbSet<JargonTerm> JargonTerms => Set<JargonTerm>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<AlertWishes> AlertWishes => Set<AlertWishes>();

    public DbSet<Goodwill> Goodwills => Set<Goodwill>();

    public DbSet<GoodwillReturn> GoodwillReturns => Set<GoodwillReturn>();

    public DbSet<ThankYou> ThankYous => Set<ThankYou>();

    public DbSet<Playbook> Playbooks => Set<Playbook>();

    public DbSet<PlaybookMatch> PlaybookMatches => Set<PlaybookMatch>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<HeldReply> HeldReplies => Set<HeldReply>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();

    public DbSet<Macro> Macros => Set<Macro>();

    public DbSet<Rule> Rules => Set<Rule>();

    public DbSet<RuleRun> RuleRuns => Set<RuleRun>();

    public DbSet<RuleCause> RuleCauses => Set<RuleCause>();

    public DbSet<Once> Onces => Set<Once>();

    public DbSet<Secret> Secrets => Set<Secret>();

    public DbSet<Restoration> Restorations => Set<Restoration>();

    public DbSet<Clockwork> Clockwork => Set<Clockwork>();

    public DbSet<TakenBackup> Backups => Set<TakenBackup>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving waits its turn and calls the listeners: use SaveChangesAsync.");

    /// <summary>
    /// Writes the facts down and lets the listeners act on them, then stores everything at once, and tells the news. A
    /// context whose save failed is thrown away: what it tracks no longer says what is stored.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (failedLease == ContextId.Lease)
            throw new InvalidOperationException("An earlier save failed; start again with a fresh context.");
        failedLease = ContextId.Lease;
        // Looked for once a round, and not by each listener that looks through what is tracked.
        ChangeTracker.AutoDetectChangesEnabled = false;
        var news = await WriteDownWhatHappened(cancellationToken);
        ChangeTracker.AutoDetectChangesEnabled = true;
        int count;
        using (await this.GetService<Dialect>().WriteTurn(cancellationToken))
            count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        failedLease = null;
        if (news.Count > 0)
            this.GetService<News>().Tell(news);
        return count;
    }

    private async Task<IReadOnlyList<NewsItem>> WriteDownWhatHappened(CancellationToken stop)
    {
        const int MostRounds = 8;
        var listeners = this.GetService<Listeners>();
        var news = new List<NewsItem>();
        for (var round = 0; round < MostRounds; round++)
        {
            ChangeTracker.DetectChanges();
            var happened = ChangeTracker.Entries<Remembering>()
                .SelectMany(e => e.Entity.TakeHappenings().Select(h => (About: e.Entity, Happening: h)))
                .ToArray();
            if (happened.Length == 0)
            {
                await listeners.See(news, this, stop);
                return news;
            }
            foreach (var (about, happening) in happened)
            {
                var row = FactRow.Of(about, happening);
                Facts.Add(row);
                news.Add(new NewsItem(row.Id, about.Matter, happening));
                await listeners.Hear(happening, this, stop);
            }
        }
        throw new InvalidOperationException("Listeners keep causing new facts; that would never end.");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Conventions.Apply(configurationBuilder);
        configurationBuilder.Properties<WeeklyHours>().HaveConversion<WeeklyHoursConverter>().HaveMaxLength(WeeklyHours.MaxLength);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LupausDb).Assembly);
        Conventions.Finish(builder);
    }
}
