namespace Lupaus.Web.Looks;

/// <summary>A place in our own rooms that one can walk to from any of them. Each room registers its own.</summary>
/// <param name="Key">The words' key of its name.</param>
/// <param name="Policy">Who may go there.</param>
public sealed record Place(int Order, string Path, string Key, string Icon, string? Policy = null)
{
    /// <summary>How much that is new waits there for whoever asks; null where nothing is counted.</summary>
    public Func<HttpContext, ValueTask<int>>? Count { get; init; }
}
