using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Pages.Shell;

/// <summary>
/// For whoever watches the machine. Live: the process answers. Ready: the database does too, in this version's shape.
/// </summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Before anything that asks the database, so that a database that is away can't take the answer with it.</summary>
    public static void UseHealth(this WebApplication app)
    {
        app.Map("/health/live", live => live.Run(context => Answer(context, StatusCodes.Status200OK, "live")));
        app.Map("/health/ready", ready => ready.Run(async context =>
        {
            var isReady = await IsReady(context);
            await Answer(context, isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, isReady ? "ready" : "not ready");
        }));
    }

    private static async Task<bool> IsReady(HttpContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            return await context.RequestServices.GetRequiredService<Schema>().IsCurrent(patience.Token);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.RequestServices.GetRequiredService<ILogger<Schema>>().LogWarning("The database could not be asked: {Trouble}", e.GetType().Name);
            return false;
        }
    }

    private static Task Answer(HttpContext context, int status, string word)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"status":"{{word}}"}""", context.RequestAborted);
    }
}
