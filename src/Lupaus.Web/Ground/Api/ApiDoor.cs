using System.Net.Http.Headers;
using Lupaus.Ground.Api;
using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Api;

/// <summary>What every call passes: the key is known, it doesn't call too often, and whatever says no is told as problem details.</summary>
internal sealed class ApiDoor(IDbContextFactory<LupausDb> databases, KeepApiKeys keys, ApiLimits limits, Problems problems, TimeProvider clock, ILogger<ApiDoor> log)
{
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        try
        {
            context.Response.Headers.CacheControl = "no-store";
            context.RequestServices.GetRequiredService<ApiCaller>().Calls(await Known(context), context.Request.Headers);
            await next(context);
            if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentLength: null, ContentType: null })
                await problems.Tell(context, context.Response.StatusCode, WhyNot(context.Response.StatusCode));
        }
        catch (ApiRefused e)
        {
            await problems.Tell(context, e);
        }
        catch (RuleBroken e)
        {
            await problems.Tell(context, Problems.StatusOf(e.Refusal), e.Refusal);
        }
        catch (BadHttpRequestException e)
        {
            await problems.Tell(context, e.StatusCode, Refusal.Because(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "api.big" : "api.request").With("limit", ApiBody.MostBytes / 1024));
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            log.LogError(e, "A call to {Path} failed, and it is our fault.", context.Request.Path);
            await problems.Tell(context, StatusCodes.Status500InternalServerError, Refusal.Because("api.fault"));
        }
    }

    private static Refusal WhyNot(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => Refusal.Because("api.big").With("limit", Attachment.MaxBytes / 1024), // no call takes more
        StatusCodes.Status415UnsupportedMediaType => Refusal.Because("api.type"),
        _ => Refusal.Because($"api.status.{status}"),
    };

    private async Task<ApiKey> Known(HttpContext context)
    {
        var stop = context.RequestAborted;
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var given)
            || !given.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || string.IsNullOrWhiteSpace(given.Parameter))
            throw Unknown(context, "api.key.missing");
        var hash = ApiKey.HashOf(given.Parameter.Trim());
        await using var db = await databases.CreateDbContextAsync(stop);
        var key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.SecretHash == hash, stop);
        if (key is not { RevokedAt: null })
            throw Unknown(context, key is null ? "api.key.wrong" : "api.key.revoked");
        limits.Call(hash);
        if (key.IsSeenAgain(clock.Now()))
            await keys.Used(key.Id, stop);
        return key;
    }

    private ApiRefused Unknown(HttpContext context, string why)
    {
        limits.Guess(context.Connection.RemoteIpAddress?.ToString() ?? "");
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return new ApiRefused(StatusCodes.Status401Unauthorized, Refusal.Because(why));
    }
}
