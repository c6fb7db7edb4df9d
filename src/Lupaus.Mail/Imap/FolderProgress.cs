using System.Globalization;

namespace Lupaus.Mail.Imap;

/// <summary>
/// How far one folder has been read, so that nothing is lost nor taken twice whenever the connection breaks or we die. Keep it in the
/// same transaction as the message: fetch, then store the message and <see cref="Took"/> together. A message that can't be read
/// counts as taken once it was put aside.
/// </summary>
/// <remarks>
/// UIDs rise and are never used again while UIDVALIDITY stays (RFC 3501, 2.3.1.1). When it changes, or UIDs go back because the server was
/// restored from a backup, all that is there is looked through once more, and what <see cref="MayBeKnown"/> must be recognised
/// by its content.
/// </remarks>
public sealed record FolderProgress
{
    // Their clock may differ from ours; better a message too many than one too few.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    private FolderProgress(uint uidValidity) => UidValidity = uidValidity;

    /// <summary>UIDs count only under this.</summary>
    public uint UidValidity { get; private init; }

    /// <summary>All messages with lower UIDs are done with.</summary>
    public uint Next { get; private init; } = 1;

    /// <summary>What was taken from <see cref="Next"/> on.</summary>
    public UidSet Taken { get; private init; } = UidSet.Empty;

    /// <summary>Messages with lower UIDs were there when UIDs were given anew; zero when that never happened.</summary>
    public uint DoubtedBelow { get; private init; }

    /// <summary>What arrived earlier was there before we began, and isn't wanted; null when all is.</summary>
    public DateTimeOffset? NotBefore { get; private init; }

    /// <summary>What to ask the server next.</summary>
    public ImapQuery Query => new()
    {
        FromUid = Next,
        Undeleted = true,
        // Their day may have begun before ours.
        Since = Next < DoubtedBelow && NotBefore is { } time ? DateOnly.FromDateTime(time.UtcDateTime).AddDays(-1) : null,
    };

    /// <summary>Takes what is there already, and all that comes.</summary>
    public static FolderProgress FromTheBeginning(OpenFolder folder) => new(folder.UidValidity);

    /// <summary>Takes only what comes from now on.</summary>
    public static FolderProgress FromNowOn(OpenFolder folder, DateTimeOffset now) => new(folder.UidValidity)
    {
        Next = folder.UidNext ?? 1,
        DoubtedBelow = folder.UidNext is null ? uint.MaxValue : 0,
        NotBefore = now - ClocksDiffer,
    };

    /// <summary>What holds now that the folder was opened again.</summary>
    public FolderProgress Reopened(OpenFolder folder) =>
        folder.UidValidity == UidValidity && !(folder.UidNext < Next) ? this :
        new(folder.UidValidity) { DoubtedBelow = folder.UidNext ?? uint.MaxValue, NotBefore = NotBefore };

    /// <summary>Those of the UIDs found that are still to be taken, in rising order.</summary>
    public IReadOnlyList<uint> ToTake(IEnumerable<uint> found) => [.. found.Where(uid => uid >= Next && !Taken.Contains(uid)).Distinct().Order()];

    /// <summary>Whether it is to be fetched; one that isn't counts as taken.</summary>
    public bool Wants(MessageSummary message) => message.Uid >= DoubtedBelow || NotBefore is null || message.Arrived is null || message.Arrived >= NotBefore;

    /// <summary>Whether it may have been taken under another UID, and must be recognised by its content.</summary>
    public bool MayBeKnown(uint uid) => uid < DoubtedBelow;

    /// <summary>One more has been taken, put aside, or found gone.</summary>
    public FolderProgress Took(uint uid) => uid < Next ? this : this with { Taken = Taken.With(uid) };

    /// <summary>Closes a round: what lies below the first that is still to be taken needs no more remembering.</summary>
    /// <param name="found">All that the search of this round found.</param>
    public FolderProgress Finished(IReadOnlyCollection<uint> found)
    {
        if (found.Count == 0)
            return this;
        var rest = ToTake(found);
        var last = found.Max();
        var next = rest.Count > 0 ? rest[0] : Math.Max(Next, last == uint.MaxValue ? last : last + 1);
        return this with { Next = next, Taken = Taken.From(next) };
    }

    /// <summary>In one line of text; <see cref="Read"/> reads it.</summary>
    public string Written => string.Create(CultureInfo.InvariantCulture,
        $"{UidValidity} {Next} {DoubtedBelow} {(NotBefore is { } time ? time.UtcTicks : -1)} {Taken}");

    /// <summary>Reads what was <see cref="Written"/>; null when it is something else.</summary>
    public static FolderProgress? Read(string written)
    {
        if (written.Split(' ') is not [var validity, var next, var doubted, var since, var taken]
            || !IsNumber(validity, out var v) || !IsNumber(next, out var n) || !IsNumber(doubted, out var d)
            || !long.TryParse(since, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTime.MaxValue.Ticks || UidSet.Parse(taken) is not { } set)
            return null;
        return new(v) { Next = n, DoubtedBelow = d, NotBefore = ticks < 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero), Taken = set };
    }

    private static bool IsNumber(string text, out uint number) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
