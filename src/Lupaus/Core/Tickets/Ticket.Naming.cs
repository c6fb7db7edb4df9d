namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    public const int MostFormer = 5;

    /// <summary>What it was called before, one on each line, the newest first: letters that left bear it still.</summary>
    public string FormerSubjects { get; private set; } = "";

    public void Rename(string subject, Actor by, DateTimeOffset now)
    {
        WhyNotRename(subject).StopIfAny();
        if (subject.OneLine() == Subject)
            return;
        FormerSubjects = string.Join('\n', Names().Take(MostFormer));
        Subject = subject.OneLine();
        Happened(new SubjectChanged(), by, now);
    }

    public static Refusal? WhyNotRename(string subject) =>
        subject.OneLine().Length is 0 or > Limits.Subject ? Refusal.Because("ticket.subject").With("limit", Limits.Subject) : null;

    /// <summary>Whether a mail's subject tells of quite another matter.</summary>
    public bool IsCalledOtherwise(string subject) => Subjects.IsAnother(subject, Names());

    /// <summary>A mail that belongs here by all signs but its subject may still be a matter of its own: whether to ask one of ours.</summary>
    public bool MayBeApart(Message message) =>
        IsOpen && message is { NewSubject: { } called, BelongsSince: null, CameFromId: null } && message.TicketId == Id && IsCalledOtherwise(called);

    /// <summary>One of ours says that what came under a new subject belongs here: nobody is asked again.</summary>
    public void KeepHere(IReadOnlyCollection<Message> messages, AgentId by, DateTimeOffset now)
    {
        foreach (var message in messages)
            WhyNotKeepHere(message).StopIfAny();
        foreach (var message in messages.Where(m => m.BelongsSince is null))
        {
            message.Belongs(now);
            Happened(new SubjectBelongs(message.Id), by, now);
        }
    }

    public Refusal? WhyNotKeepHere(Message message) =>
        message.TicketId != Id ? Refusal.Because("split.othermatter") :
        message.NewSubject is null ? Refusal.Because("split.samesubject") :
        null;

    private IEnumerable<string> Names() => FormerSubjects.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(Subject);
}
