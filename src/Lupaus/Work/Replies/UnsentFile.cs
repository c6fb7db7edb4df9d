using Lupaus.Ground.Files;

namespace Lupaus.Work.Replies;

/// <summary>A file that an agent has put to a reply or a note, and not sent yet.</summary>
public sealed class UnsentFile
{
    private UnsentFile() { }

    public UnsentFile(TicketId ticket, AgentId agent, bool isNote, FileNamed file, string type, long length, DateTimeOffset now) =>
        (Id, TicketId, AgentId, IsNote, Hash, Name, Type, Length, At) = (new(Ids.Next(now)), ticket, agent, isNote, file.Hash, file.Name, type, length, now);

    public AttachmentId Id { get; private init; }

    public TicketId TicketId { get; private init; }

    public AgentId AgentId { get; private init; }

    public bool IsNote { get; private init; }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public string Hash { get; private init; } = "";

    public string Name { get; private init; } = "";

    public string Type { get; private init; } = "";

    public long Length { get; private init; }

    public DateTimeOffset At { get; private init; }
}
