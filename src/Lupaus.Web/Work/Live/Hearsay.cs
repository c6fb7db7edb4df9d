namespace Lupaus.Web.Work.Live;

/// <summary>Words of the moment from other processes on the same database, for whoever knows what they mean.</summary>
public sealed class Hearsay
{
    private event Action<string>? Said;

    public void Follow(Action<string> hear) => Said += hear;

    public void Tell(string words) => Said?.Invoke(words);
}
