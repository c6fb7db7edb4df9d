namespace Lupaus.Core.Promises;

/// <summary>What stands before a matter that comes now. All times are open time.</summary>
/// <param name="Waiting">The usual effort of all that waits.</param>
/// <param name="Begun">Of what is being done, about half of the usual effort.</param>
/// <param name="Agents">How many are at work.</param>
/// <param name="Hold">How long the matter waits before it stands in the common line.</param>
public sealed record WorkAhead(TimeSpan Waiting, TimeSpan Begun, int Agents, TimeSpan Hold)
{
    private static readonly TimeSpan ToBegin = TimeSpan.FromMinutes(5), ToNotice = TimeSpan.FromMinutes(10);

    /// <summary>Short enough to go before the others.</summary>
    public static readonly TimeSpan Urgent = TimeSpan.FromHours(4);

    /// <summary>About when it will be done, with no margin at all.</summary>
    /// <param name="effort">Its own usual effort.</param>
    public TimeSpan Forecast(TimeSpan effort, bool isUrgent) =>
        isUrgent ? effort + ToNotice + Hold : ((Waiting + Begun) / Math.Max(1, Agents)) + effort + ToBegin + Hold;
}
