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

    private readonly List<Attachment> taken = [];
    private readonly HashSet<AttachmentId> shown = [];
    private readonly string domain;

    private LetterFiles(string domain) => this.domain = domain;

    /// <summary>What is on the customer's page alone.</summary>
    public List<Attachment> Left { get; } = [];

    /// <param name="letter">Its Message-ID.</param>
    public static LetterFiles Of(IEnumerable<Attachment> attached, string letter)
    {
        var (files, together) = (new LetterFiles(letter.Split('@')[^1]), 0L);
        foreach (var file in attached.OrderBy(a => a.Id.Value))
        {
            var fits = together + file.Length <= MostBytes;
            together += fits ? file.Length : 0;
            (fits ? files.taken : files.Left).Add(file);
        }
        return files;
    }

    /// <summary>Where the letter's HTML finds the picture with that name (RFC 2392); it goes within the letter then. Null when there is none.</summary>
    public string? Show(string name)
    {
        if (taken.Find(f => f.Name == name && SniffedType.IsPicture(f.Type)) is not { } picture)
            return null;
        shown.Add(picture.Id);
        return $"cid:{ContentId(picture)}";
    }

    public async Task<ReadyLetter> Into(ReadyLetter letter, LupausDb db, CancellationToken stop)
    {
        var (inline, beside) = (new List<OutgoingFile>(), new List<OutgoingFile>());
        foreach (var file in taken)
        {
            var content = await db.ContentOf(file, stop);
            if (letter.Html is not null && shown.Contains(file.Id))
                inline.Add(new OutgoingFile(file.Name, file.Type, content, ContentId(file)));
            else
                beside.Add(new OutgoingFile(file.Name, TypeOf(file), content));
        }
        return letter with { Inline = inline, Files = beside };
    }

    private string ContentId(Attachment file) => $"{file.Id.Value}@{domain}";

    // A text may be in any charset, and a document looks like the archive it is: programs know them better by their names.
    private static string TypeOf(Attachment file) => SniffedType.IsPicture(file.Type) || file.Type == "application/pdf" ? file.Type : SniffedType.Unknown;
}
