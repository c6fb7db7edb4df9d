namespace Lupaus.Web.Ground.Api;

/// <summary>The door itself says no: who asks, how it is asked, or the shape of what is sent. Rules speak with <see cref="RuleBroken"/>.</summary>
internal sealed class ApiRefused(int status, Refusal refusal, string? about = null) : Exception(refusal.ToString())
{
    public int Status => status;

    public Refusal Refusal => refusal;

    /// <summary>The field of the request that it is about: "next.due".</summary>
    public string? Field => about;

    public TimeSpan? RetryAfter { get; init; }
}

internal static class ApiChecks
{
    /// <summary>What was sent can't be meant: 422, naming the field.</summary>
    public static void StopIfAny(this Refusal? refusal, string field)
    {
        if (refusal is not null)
            throw Wrong(field, refusal);
    }

    public static T Wanted<T>(this T? value, string field) where T : struct =>
        value ?? throw Wrong(field, Refusal.Because("api.field.missing").With("field", field));

    public static T Wanted<T>(this T? value, string field) where T : class =>
        value ?? throw Wrong(field, Refusal.Because("api.field.missing").With("field", field));

    public static ApiRefused Wrong(string field, Refusal refusal) => new(StatusCodes.Status422UnprocessableEntity, refusal, field);
}
