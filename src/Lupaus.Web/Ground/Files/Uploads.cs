using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Files;

/// <summary>A file as it came in, whole: its size was checked before it was read.</summary>
public sealed record Upload(string Name, byte[] Content, bool IsInline = false);

public static class Uploads
{
    /// <summary>The files of a form; refused in plain words before anything is read when they are too many or too big.</summary>
    public static async Task<IReadOnlyList<Upload>> Read(this IFormFileCollection? files, CancellationToken stop)
    {
        var chosen = (files ?? (IEnumerable<IFormFile>)[]).Where(f => f.FileName.Length > 0).ToArray();
        Attachment.WhyNotAttach([.. chosen.Select(f => f.Length)]).StopIfAny();
        var uploads = new List<Upload>();
        foreach (var file in chosen)
        {
            var content = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, stop);
            uploads.Add(new Upload(file.FileName, content));
        }
        return uploads;
    }

    /// <summary>Keeps each content once, however often it is sent.</summary>
    public static async Task<IReadOnlyList<Enclosure>> Keep(this LupausDb db, IReadOnlyList<Upload> uploads, DateTimeOffset now, CancellationToken stop)
    {
        Attachment.WhyNotAttach([.. uploads.Select(u => u.Content.LongLength)]).StopIfAny();
        var kept = new List<Enclosure>();
        foreach (var upload in uploads)
            kept.Add(new(await db.Keep(upload.Content, now, stop), upload.Name, upload.IsInline));
        return kept;
    }

    /// <summary>Whatever its size: who takes it in has limits of their own.</summary>
    public static async Task<StoredFile> Keep(this LupausDb db, byte[] content, DateTimeOffset now, CancellationToken stop)
    {
        var file = StoredFile.Keep(content, now);
        if ((db.Files.Local.FirstOrDefault(f => f.Hash == file.Hash) ?? await db.Files.FirstOrDefaultAsync(f => f.Hash == file.Hash, stop)) is { } before)
            return before;
        db.Files.Add(file);
        return file;
    }
}
