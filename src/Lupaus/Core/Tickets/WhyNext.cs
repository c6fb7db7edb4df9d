namespace Lupaus.Core.Tickets;

/// <summary>Why a ticket is the next one, as the desk says it.</summary>
public enum WhyNext
{
    /// <summary>The customer's own clock.</summary>
    Deadline,

    /// <summary>What has been promised first.</summary>
    Promise,

    /// <summary>A promise that can't be kept any more: the oldest of them.</summary>
    Late,

    /// <summary>A turn of those who have waited longest.</summary>
    LongestWaiting,
}
