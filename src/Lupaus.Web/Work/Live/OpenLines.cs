using System.Collections.Concurrent;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Work.Live;

/// <summary>One program that listens.</summary>
public sealed class OpenLine
{
    private readonly SemaphoreSlim bell = new(0, 1);

    public required long Key { get; init; }

    /// <summary>The database is another one than before: what was told no longer holds.</summary>
    public bool IsOver { get; private set; }

    internal void Ring(bool isOver = false)
    {
        IsOver |= isOver;
        lock (bell)
        {
            if (bell.CurrentCount == 0)
                bell.Release();
        }
    }

    /// <summary>Until something has happened, or the patience is over.</summary>
    public Task Wait(TimeSpan patience, CancellationToken stop) => bell.WaitAsync(patience, stop);
}

/// <summary>The programs that listen in this process; each looks for itself when something has happened.</summary>
public sealed class OpenLines
{
    public const int MostForOneKey = 10;

    private readonly ConcurrentDictionary<OpenLine, byte> lines = new();

    public OpenLines(News news)
    {
        news.Follow(items =>
        {
            if (items.Any(item => item.Matter is not null))
                Ring(isOver: false);
        });
        news.FollowForgetting(() => Ring(isOver: true));
    }

    /// <summary>Null when this key listens often enough already.</summary>
    public OpenLine? Open(long key)
    {
        if (lines.Keys.Count(l => l.Key == key) >= MostForOneKey)
            return null;
        var line = new OpenLine { Key = key };
        lines[line] = 0;
        return line;
    }

    public void Close(OpenLine line) => lines.TryRemove(line, out _);

    private void Ring(bool isOver)
    {
        foreach (var line in lines.Keys)
            line.Ring(isOver);
    }
}
