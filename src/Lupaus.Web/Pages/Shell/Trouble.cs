using System.Data.Common;
using System.Net.Sockets;

namespace Lupaus.Web.Pages.Shell;

/// <summary>
/// What the machine round us refuses, in one sentence for its keeper, with the setting that it is about. Anything else
/// that goes wrong is our fault and shows its whole trace.
/// </summary>
internal static class Trouble
{
    /// <summary>Null when it isn't the machine's doing.</summary>
    public static string? With(Exception trouble)
    {
        foreach (var e in Inwards(trouble))
        {
            if (e is DbException)
                return $"The database says no: {Said(e)} (see LUPAUS__DATABASE, or LUPAUS__DATA for SQLite).";
            if (e is SocketException)
                return $"Lupaus can't listen there: {Said(e)} (see LUPAUS__URLS).";
            if (e is IOException && Inwards(e).Any(i => i is SocketException))
                return $"{Said(e)} (see LUPAUS__URLS).";
            if (e is IOException or UnauthorizedAccessException)
                return $"The data folder can't be used: {Said(e)} (see LUPAUS__DATA).";
        }
        return null;
    }

    private static IEnumerable<Exception> Inwards(Exception trouble)
    {
        for (var e = trouble; e is not null; e = e.InnerException)
            yield return e;
    }

    private static string Said(Exception e) => e.Message.OneLine().TrimEnd('.');
}
