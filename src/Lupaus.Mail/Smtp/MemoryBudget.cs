namespace Lupaus.Mail.Smtp;

/// <summary>Bytes that all connections share.</summary>
internal sealed class MemoryBudget(long most)
{
    private long _used;

    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _used, bytes) <= most)
            return true;
        Return(bytes);
        return false;
    }

    public void Return(long bytes) => Interlocked.Add(ref _used, -bytes);
}
