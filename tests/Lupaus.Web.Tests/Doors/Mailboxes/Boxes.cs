using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Identity;
using Lupaus.Mail.Connecting;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Doors.Mailboxes;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

/// <summary>Mailboxes of the house, and what goes through them.</summary>
internal static class Boxes
{
    public static readonly WishedMailbox Empty = new("apu@satama.example", null, SignsIn.WithPassword, null, null, null, false, null, null, null, null, null, null, null);

    public static MailServer Here(this MailHost host) => new("127.0.0.1", host.Port, MailLock.None);

    public static Task<MailboxId> Has(this House house, WishedMailbox wish, string? password = "säla-sana") =>
        house.Get<KeepMailboxes>().Make(wish, password is null ? null : new MailboxKey(password), house.Minna, default);

    public static Task<Mailbox> Box(this House house, MailboxId id) => house.Look(db => db.Mailboxes.SingleAsync(m => m.Id == id));

    public static Task<int> SendsLetters(this House house) => house.Get<SendOutbox>().Now(default);

    public static async Task Until(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await isSo())
                return;
            await Task.Delay(50);
        }
        throw new TimeoutException("It never came to be so.");
    }
}
