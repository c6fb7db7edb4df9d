namespace Lupaus.Web.Tests.Ground.Foundations;

/// <summary>Nobody goes on before so many have come: two people who both read before either writes. Once over, it holds nobody up.</summary>
internal sealed class Meeting(int people)
{
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int missing = people;

    public Task Everybody()
    {
        if (Interlocked.Decrement(ref missing) == 0)
            all.SetResult();
        return all.Task.WaitAsync(TimeSpan.FromSeconds(30), TestDatabase.Stop);
    }
}
