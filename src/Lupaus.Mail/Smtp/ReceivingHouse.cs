namespace Lupaus.Mail.Smtp;

/// <summary>What the connections of one receiver share.</summary>
internal sealed record ReceivingHouse(
    ReceiverSettings Settings,
    Func<string, CancellationToken, Task<bool>> IsOurs,
    Func<ReceivedMail, CancellationToken, Task<Reception>> Keep,
    TimeProvider Clock,
    Action<Exception> Failed)
{
    public MemoryBudget Memory { get; } = new(Settings.MostMemory);

    public ConnectionCount Connections { get; } = new(Settings);
}
