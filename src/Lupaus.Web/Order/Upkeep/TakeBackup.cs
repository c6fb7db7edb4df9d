using Lupaus.Storage.Order.Upkeep;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>Everything in one file, while people go on working.</summary>
public sealed class TakeBackup(WholeCopy copy)
{
    /// <summary>Answers its size in bytes. A file that is there already is refused, unless it may be replaced.</summary>
    public async Task<long> Into(string file, bool mayReplace, CancellationToken stop)
    {
        try
        {
            return await copy.Into(file, mayReplace, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RuleBroken(Refusal.Because("backup.unwritable").With("file", file).With("why", e.Message.OneLine().TrimEnd('.')));
        }
    }
}
