using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Files;

public static class StoredContent
{
    /// <summary>A file's bytes, all of them.</summary>
    public static async Task<byte[]> ContentOf(this LupausDb db, Attachment file, CancellationToken stop)
    {
        var (hash, content, read) = (file.Hash, new byte[file.Length], 0);
        await foreach (var chunk in db.Set<FileChunk>().AsNoTracking().Where(c => c.Hash == hash).OrderBy(c => c.Number).Select(c => c.Content).AsAsyncEnumerable().WithCancellation(stop))
        {
            chunk.CopyTo(content, read);
            read += chunk.Length;
        }
        return content;
    }

    /// <summary>Its first bytes, at most <see cref="StoredFile.ChunkSize"/>; null where there are none.</summary>
    public static Task<byte[]?> BeginningOf(this LupausDb db, string hash, CancellationToken stop) =>
        db.Set<FileChunk>().AsNoTracking().Where(c => c.Hash == hash && c.Number == 0).Select(c => c.Content).FirstOrDefaultAsync(stop);
}
