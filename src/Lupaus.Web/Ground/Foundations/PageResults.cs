using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lupaus.Web.Ground.Foundations;

public static class PageResults
{
    /// <summary>A page made on the server from a component and what it shows.</summary>
    public static RazorComponentResult<TPage> Page<TPage>(object? shows = null, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new(shows ?? new { }) { StatusCode = status };
}

/// <summary>Done; look there (RFC 9110, 15.4.4). A reload of that page repeats nothing.</summary>
public sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
