namespace Lupaus.Web.Tests;

/// <summary>The folder that all of this was built from.</summary>
internal static class Sources
{
    public static readonly string Root = Find();

    private static string Find()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here.FullName, "Lupaus.slnx")))
            here = here.Parent!;
        return here.FullName;
    }
}
