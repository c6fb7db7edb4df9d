using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Connecting;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>Keeps a line open to each mailbox that is to be read. What fails is tried again after 5 s, then ever more rarely, at least every five minutes.</summary>
public sealed class MailboxWatch(OurMailboxes ours, FetchMail fetch, TimeProvider clock, ILogger<MailboxWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private readonly Dictionary<MailboxId, Line> lines = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
                await Look(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await Task.WhenAll(lines.Values.Select(l => l.Reading));
        }
    }

    private async Task Look(CancellationToken stop)
    {
        try
        {
            foreach (var mailbox in (await ours.Now(stop)).Where(m => m.MayBeRead))
            {
                var line = lines.TryGetValue(mailbox.Id, out var known) ? known : lines[mailbox.Id] = new Line();
                if (line.Reading.IsCompleted && (clock.GetUtcNow() >= line.NextAt || !WayTo(mailbox).Equals(line.Way)))
                    line.Reading = Read(line, mailbox, stop);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The mailboxes could not be looked for this time; they are soon.");
        }
    }

    private async Task Read(Line line, Mailbox mailbox, CancellationToken stop)
    {
        line.Way = WayTo(mailbox);
        Trouble? why = Trouble.Stopped;
        try
        {
            why = await fetch.From(mailbox.Id, stop);
            if (why is not null && !stop.IsCancellationRequested)
                log.LogWarning("Mailbox {Mailbox} could not be read: {Trouble}", mailbox.Id.Value, why.Key);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Mailbox {Mailbox} could not be read this time; it is tried again.", mailbox.Id.Value);
        }
        catch (OperationCanceledException)
        {
            // We are leaving.
        }
        line.Failures = why is null ? 0 : line.Failures + 1;
        line.NextAt = clock.GetUtcNow() + (line.Failures == 0 ? TimeSpan.Zero : Pause * Math.Min(Math.Pow(2, line.Failures - 1), LongestPause / Pause));
    }

    private static object WayTo(Mailbox mailbox) => (mailbox.Reading, mailbox.UserName, mailbox.Folder, mailbox.Key);

    private sealed class Line
    {
        public Task Reading { get; set; } = Task.CompletedTask;

        /// <summary>By which way it was read last; another is tried at once.</summary>
        public object? Way { get; set; }

        public int Failures { get; set; }

        public DateTimeOffset NextAt { get; set; }
    }
}
