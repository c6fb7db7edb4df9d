using Lupaus.Ground.Files;
using Lupaus.Mail.Writing;
using Lupaus.Web.Ground.Files;

namespace Lupaus.Web.Core.Outbox;

/// <summary>
/// What goes along with a letter: pictures where its text shows them, and files beside it, each once. What would make it too
/// big for the mail servers of this world stays on the customer's page.
/// </summary>
internal sealed class LetterFiles
{
    /// <summary>Bytes of files in one letter: encoded, they are below what a mail server takes that nobody has told otherwise (Postfix: 10,240,000).</summary>
    public const int MostBytes = 7_000_000;

    /// <summary>Pixels: about as wide as a letter's lines are long.</summary>
    private const int Widest = 640;

    private readonly List<(Attachment File, byte[] Content)> taken = [];
    private readonly HashSet<AttachmentId> shown = [];
    private readonly string domain;

    private LetterFiles(string domain) => this.domain = domain;

    /// <summary>What is on the customer's page alone.</summary>
    public List<Attachment> Left { get; } = [];

    /// <param name="letter">Its Message-ID.</param>
    public static async Task<LetterFiles> Of(IEnumerable<Attachment> attached, string letter, LupausDb db, CancellationToken stop)
    {
        var (files, left) = (new LetterFiles(letter.Split('@')[^1]), (long)MostBytes);
        foreach (var file in attached.OrderBy(a => a.Id.Value))
        {
            if (file.Length > left)
            {
                files.Left.Add(file);
                continue;
            }
            left -= file.Length;
            files.taken.Add((file, await db.ContentOf(file, stop)));
        }
        return files;
    }

    /// <summary>Where the letter's HTML finds the picture with that name (RFC 2392); it goes within the letter then. Null when there is none.</summary>
    public string? Show(string name)
    {
        if (taken.Find(t => t.File.Name == name && SniffedType.IsPicture(t.File.Type)).File is not { } picture)
            return null;
        shown.Add(picture.Id);
        return $"cid:{ContentId(picture)}";
    }

    public ReadyLetter Into(ReadyLetter letter)
    {
        var within = letter.Html is null ? [] : taken.Where(t => shown.Contains(t.File.Id)).ToArray();
        return letter with
        {
            Html = within.Where(t => PictureWidth.Of(t.Content) > Widest).Aggregate(letter.Html, (page, wide) => Narrowed(page!, $"src=\"cid:{ContentId(wide.File)}\"")),
            Inline = [.. within.Select(t => new OutgoingFile(t.File.Name, t.File.Type, t.Content, ContentId(t.File)))],
            Files = [.. taken.Except(within).Select(t => new OutgoingFile(t.File.Name, TypeOf(t.File), t.Content))],
        };
    }

    // Outlook for Windows heeds no style that says how wide a picture may be at most.
    private static string Narrowed(string page, string picture) => page.Replace(picture, $"width=\"{Widest}\" {picture}", StringComparison.Ordinal);

    private string ContentId(Attachment file) => $"{file.Id.Value}@{domain}";

    // A text may be in any charset, and a document looks like the archive it is: programs know them better by their names.
    private static string TypeOf(Attachment file) => SniffedType.IsPicture(file.Type) || file.Type == "application/pdf" ? file.Type : SniffedType.Unknown;
}
