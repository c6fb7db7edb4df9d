using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>Makes and changes mailboxes.</summary>
public sealed class KeepMailboxes(Changes changes, MailboxKeys keys, OurMailboxes ours, TimeProvider clock)
{
    /// <param name="key">Null where there is none yet.</param>
    public async Task<MailboxId> Make(WishedMailbox wish, MailboxKey? key, Actor by, CancellationToken stop, Source? source = null)
    {
        (wish.WhyNot() ?? WhyNotOpenWith(key)).StopIfAny();
        return await changes.Make(async db =>
        {
            var address = EmailAddress.Parse(wish.Address);
            if (await db.Done(source, stop) is not null)
                return await db.Mailboxes.Where(m => m.Address == address && m.DroppedAt == null).Select(m => (MailboxId?)m.Id).FirstOrDefaultAsync(stop) ?? throw Unknown();
            var now = clock.Now();
            (await db.Mailboxes.CountAsync(m => m.DroppedAt == null, stop) >= Mailbox.Most ? Refusal.Because("mailbox.many").With("limit", Mailbox.Most) : null).StopIfAny();
            await Free(wish, null, db, stop);
            var mailbox = Mailbox.Make(wish, by, now);
            if (key is not null)
                mailbox.TakeKey(keys.Hide(key), key.Opens, by, now);
            db.Mailboxes.Add(mailbox);
            db.Remember(source, null, now);
            return mailbox.Id;
        }, stop);
    }

    /// <param name="key">Null to leave it as it is.</param>
    public Task Change(MailboxId id, WishedMailbox wish, MailboxKey? key, Actor by, CancellationToken stop, Source? source = null)
    {
        (wish.WhyNot() ?? WhyNotOpenWith(key)).StopIfAny();
        return With(id, async (mailbox, now, db) =>
        {
            await Free(wish, id, db, stop);
            mailbox.Become(wish, by, now);
            if (key is not null)
                mailbox.TakeKey(keys.Hide(key), key.Opens, by, now);
        }, source, stop);
    }

    public Task TakeKey(MailboxId id, MailboxKey key, Actor by, CancellationToken stop) => With(id, (mailbox, now, _) =>
    {
        mailbox.TakeKey(keys.Hide(key), key.Opens, by, now);
        return Task.CompletedTask;
    }, null, stop);

    public Task Stop(MailboxId id, Actor by, CancellationToken stop, Source? source = null) => With(id, (mailbox, now) => mailbox.Stop(by, now), source, stop);

    public Task Resume(MailboxId id, Actor by, CancellationToken stop, Source? source = null) => With(id, (mailbox, now) => mailbox.Resume(by, now), source, stop);

    public Task Drop(MailboxId id, Actor by, CancellationToken stop, Source? source = null) => With(id, (mailbox, now) => mailbox.Drop(by, now), source, stop);

    public async Task<Mailbox> One(MailboxId id, CancellationToken stop) => (await ours.Now(stop)).FirstOrDefault(m => m.Id == id) ?? throw Unknown();

    public static Refusal? WhyNotOpenWith(MailboxKey? key) =>
        key is null ? null :
        new[] { key.Password, key.ClientId, key.ClientSecret, key.RefreshToken }.Any(p => p?.Length > MailboxKey.Longest || p?.Any(char.IsControl) == true) ? Refusal.Because("mailbox.key").With("limit", MailboxKey.Longest) :
        null;

    private Task With(MailboxId id, Action<Mailbox, DateTimeOffset> change, Source? source, CancellationToken stop) => With(id, (mailbox, now, _) =>
    {
        change(mailbox, now);
        return Task.CompletedTask;
    }, source, stop);

    private Task With(MailboxId id, Func<Mailbox, DateTimeOffset, LupausDb, Task> change, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        await change(await db.Mailboxes.FirstOrDefaultAsync(m => m.Id == id && m.DroppedAt == null, stop) ?? throw Unknown(), now, db);
        db.Remember(source, null, now);
    }, stop);

    /// <summary>Each address leads to one mailbox, and topics are ones that there are.</summary>
    private static async Task Free(WishedMailbox wish, MailboxId? self, LupausDb db, CancellationToken stop)
    {
        var mine = wish.OtherAddresses.Append(wish.Address).Select(a => EmailAddress.Parse(a).Value).ToHashSet();
        var others = await db.Mailboxes.AsNoTracking().Where(m => m.DroppedAt == null && m.Id != self).ToListAsync(stop);
        if (others.SelectMany(m => m.OtherAddresses.Append(m.Address.Value)).FirstOrDefault(mine.Contains) is { } taken)
            throw new RuleBroken(Refusal.Because("mailbox.taken").With("address", taken));
        if (await db.Agents.Where(a => a.Activity != null).Select(a => a.Email).ToListAsync(stop) is var people && people.Any(p => mine.Contains(p.Value)))
            throw new RuleBroken(Refusal.Because("mailbox.agents"));
        if (wish.Topic is { } topic && !await db.Topics.AnyAsync(t => t.Id == topic && t.RetiredAt == null, stop))
            throw new RuleBroken(Refusal.Because("mailbox.topic"));
    }

    private static RuleBroken Unknown() => new(Refusal.Because("mailbox.unknown"));
}
