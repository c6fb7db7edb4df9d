using Lupaus.Ground.Files;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Files;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

/// <summary>Keeps a file that an agent pastes, drops or chooses, before the words it belongs to are sent.</summary>
public sealed class KeepUnsentFile(Changes changes, TimeProvider clock)
{
    public Task<UnsentFile> For(TicketId ticket, AgentId agent, bool isNote, Upload upload, CancellationToken stop, Source? source = null) => changes.Make(async db =>
    {
        var now = clock.Now();
        if (await db.Done(source, stop) is not null)
        {
            var hash = StoredFile.Keep(upload.Content, now).Hash;
            return await db.UnsentFiles.OrderByDescending(f => f.Id).FirstOrDefaultAsync(f => f.TicketId == ticket && f.AgentId == agent && f.IsNote == isNote && f.Hash == hash, stop)
                ?? throw new RuleBroken(Refusal.Because("draft.file.gone"));
        }
        await db.Tickets.One(ticket, stop);
        var others = await db.UnsentFiles.Where(f => f.TicketId == ticket && f.AgentId == agent && f.IsNote == isNote).Select(f => new { f.Name, f.Length }).ToListAsync(stop);
        Attachment.WhyNotAttach([.. others.Select(o => o.Length), upload.Content.LongLength]).StopIfAny();
        var (file, _, _) = (await db.Keep([upload], now, stop))[0];
        var name = Unlike([.. others.Select(o => o.Name)], Attachment.SafeName(upload.Name));
        var kept = new UnsentFile(ticket, agent, isNote, new FileNamed(file.Hash, name), file.Type, file.Length, now);
        db.UnsentFiles.Add(kept);
        db.Remember(source, ticket, now);
        return kept;
    }, stop);

    /// <summary>Browsers call every pasted picture "image.png"; in one letter names tell files apart.</summary>
    private static string Unlike(HashSet<string> others, string name)
    {
        var (stem, end) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        for (var number = 2; others.Contains(name); number++)
            name = $"{stem.CutTo(Limits.Name - end.Length - 4)}-{number}{end}";
        return name;
    }
}

/// <summary>A file that was to go along and shall not.</summary>
public sealed class DropUnsentFile(Changes changes, TimeProvider clock)
{
    public Task For(TicketId ticket, AgentId agent, AttachmentId file, CancellationToken stop, Source? source = null) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        if (await db.UnsentFiles.FirstOrDefaultAsync(f => f.Id == file && f.TicketId == ticket && f.AgentId == agent, stop) is { } kept)
            db.UnsentFiles.Remove(kept);
        db.Remember(source, ticket, clock.Now());
    }, stop);
}

internal static class Enclosed
{
    /// <summary>What goes along: files kept while writing, which are sent with this, and files sent with the form itself.</summary>
    public static async Task<IReadOnlyList<Enclosure>> Enclose(this LupausDb db, TicketId ticket, AgentId by, IReadOnlyList<Upload> uploads, IReadOnlyList<AttachmentId> kept, DateTimeOffset now, CancellationToken stop)
    {
        var files = await db.UnsentFiles.Where(f => kept.Contains(f.Id) && f.TicketId == ticket && f.AgentId == by).OrderBy(f => f.Id).ToListAsync(stop);
        Attachment.WhyNotAttach([.. files.Select(f => f.Length), .. uploads.Select(u => u.Content.LongLength)]).StopIfAny();
        db.UnsentFiles.RemoveRange(files);
        return [.. await db.Stored([.. files.Select(f => new FileNamed(f.Hash, f.Name))], stop), .. await db.Keep(uploads, now, stop)];
    }

    public static async Task<IReadOnlyList<Enclosure>> Stored(this LupausDb db, IReadOnlyList<FileNamed> files, CancellationToken stop)
    {
        if (files.Count == 0)
            return [];
        var hashes = files.Select(f => f.Hash).Distinct().ToArray();
        var stored = await db.Files.Where(f => hashes.Contains(f.Hash)).ToDictionaryAsync(f => f.Hash, stop);
        return [.. files.Select(f => new Enclosure(stored[f.Hash], f.Name))];
    }
}
