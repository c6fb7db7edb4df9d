using System.Reflection;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.Shell;

/// <summary>Everybody who uses Lupaus may have its source code (AGPL, section 13). Here it says which, and how to get it.</summary>
internal static class SourceCode
{
    public static void MapSource(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Sign.SourcePath, () => PageResults.Page<SourcePage>(new { Version }));

    /// <summary>As it was built, with the commit where the build knew it, as short as people write it: "0.1.0+3b0d851".</summary>
    private static string Version =>
        typeof(SourceCode).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+') is [var version, { Length: > 7 } commit]
            ? $"{version}+{commit[..7]}"
            : typeof(SourceCode).Assembly.GetName().Version!.ToString(3);
}
