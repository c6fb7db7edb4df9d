using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Lupaus.Web.Ground.Foundations;

/// <summary>
/// A form as it arrived. What was typed is there even when it may not be acted on, so that nobody has to type twice.
/// </summary>
public sealed class Posted
{
    /// <summary>Bytes of a whole form with its files; what is written above the limit of files is text.</summary>
    public const long MaxBytes = 42 * 1024 * 1024;

    /// <summary>So much is still read to its end and thrown away, since browsers only listen when they have finished talking.</summary>
    public const long MaxBytesHeard = 120 * 1024 * 1024;

    private const string AntiforgeryField = "__RequestVerificationToken";
    private const string NonceField = "nonce";

    private readonly IFormCollection fields;

    private Posted(IFormCollection fields, Refusal? whyNot) => (this.fields, WhyNot) = (fields, whyNot);

    /// <summary>Why it may not be acted on: the page was open too long, it came in pieces, or it is too big.</summary>
    public Refusal? WhyNot { get; }

    public int Status => WhyNot?.Key switch
    {
        null => StatusCodes.Status422UnprocessableEntity,
        "form.big" => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status400BadRequest,
    };

    public IFormFileCollection Files => fields.Files;

    public bool HasFiles => Files.Any(f => f.FileName.Length > 0);

    public string Nonce => this[NonceField];

    /// <summary>What was typed there, as typed; empty when nothing was.</summary>
    public string this[string name] => fields.TryGetValue(name, out var values) ? values[0] ?? "" : "";

    public static string NewNonce() => Guid.NewGuid().ToString("N");

    public static async Task<Posted> Read(HttpContext context)
    {
        var stop = context.RequestAborted;
        try
        {
            if (context.Request.ContentLength > MaxBytes)
            {
                await context.Request.Body.CopyToAsync(Stream.Null, stop);
                return new Posted(FormCollection.Empty, Refusal.Because("form.big"));
            }
            if (!context.Request.HasFormContentType)
                return new Posted(FormCollection.Empty, Refusal.Because("form.broken"));
            var fields = await context.Request.ReadFormAsync(stop);
            var isOurs = await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
            return new Posted(fields, isOurs ? null : Refusal.Because("form.old"));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new Posted(FormCollection.Empty, Refusal.Because("form.big"));
        }
        catch (InvalidDataException)
        {
            return new Posted(FormCollection.Empty, Refusal.Because("form.broken"));
        }
    }

    /// <summary>
    /// The same form with the same words is the same thing. Somebody who goes back in their browser and writes
    /// something else has said something new, though the form's nonce is the old one.
    /// </summary>
    public Source Source(string name)
    {
        var said = new StringBuilder();
        foreach (var field in fields.Where(f => f.Key != AntiforgeryField).OrderBy(f => f.Key, StringComparer.Ordinal))
            said.Append(field.Key).Append('\0').Append(field.Value.ToString()).Append('\0');
        foreach (var file in Files)
            said.Append(file.FileName).Append('\0').Append(file.Length).Append('\0');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())).AsSpan(0, 16));
        return Lupaus.Ground.Foundations.Source.Of(name, $"{(Guid.TryParseExact(Nonce, "N", out var nonce) ? nonce : Guid.NewGuid()):N}.{hash}");
    }

    public static void Limit(FormOptions options) => (options.MultipartBodyLengthLimit, options.BufferBodyLengthLimit) = (MaxBytes, MaxBytes);
}
