namespace Lupaus.Web.Ground.Foundations;

/// <summary>What every request passes: strict headers.</summary>
public static class Doorway
{
    // Everything comes from ourselves; nothing is inline; nobody frames us, and we frame only what we serve for it.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static IApplicationBuilder UseDoorway(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        Harden(context.Response.Headers);
        await next(context);
    });

    public static void Harden(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer"; // a customer's link is a key
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
