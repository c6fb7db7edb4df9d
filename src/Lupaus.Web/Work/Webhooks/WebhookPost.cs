using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Lupaus.Work.Webhooks;

namespace Lupaus.Web.Work.Webhooks;

/// <summary>A delivery ready to go: the address, and the secrets that sign it.</summary>
public sealed record WebhookParcel(DeliveryId Id, string Url, string MessageId, string Body, IReadOnlyList<WebhookSecret> Secrets);

/// <param name="Status">Null where there was no answer; then the words say why, by a key of ours.</param>
public sealed record WebhookAnswer(int? Status, string? Words, TimeSpan Took);

/// <summary>
/// Carries one delivery to where it is to go. It follows no redirect, waits no longer than it must, and calls nobody in
/// our own network, whatever name leads there.
/// </summary>
public sealed class WebhookPost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly bool mayBePrivate;
    private readonly HttpClient http;

    public WebhookPost(Settings settings)
    {
        mayBePrivate = settings.PrivateWebhooks;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // A name may lead elsewhere tomorrow.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = Connect,
        })
        { Timeout = Patience };
    }

    public async Task<WebhookAnswer> Carry(WebhookParcel parcel, DateTimeOffset now, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, parcel.Url) { Content = new StringContent(parcel.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
            request.Headers.Add("webhook-id", parcel.MessageId);
            request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("webhook-signature", string.Join(' ', parcel.Secrets.Select(s => s.Sign(parcel.MessageId, now, parcel.Body))));
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Lupaus", "1"));
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return new WebhookAnswer((int)answer.StatusCode, await BeginningOf(answer, stop), watch.Elapsed);
        }
        catch (Exception e) when (!stop.IsCancellationRequested && e is HttpRequestException or OperationCanceledException or IOException)
        {
            return new WebhookAnswer(null, WhyOf(e), watch.Elapsed);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>What is kept of an answer, and no more is read.</summary>
    private static async Task<string> BeginningOf(HttpResponseMessage answer, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(TimeSpan.FromSeconds(5));
        var bytes = new byte[WebhookAttempt.MostOfAnswer * 4];
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(soon.Token);
            return Encoding.UTF8.GetString(bytes, 0, await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, soon.Token));
        }
        catch (Exception e) when (!stop.IsCancellationRequested && e is OperationCanceledException or IOException or HttpRequestException)
        {
            return ""; // the status has been said
        }
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
        var open = mayBePrivate ? addresses : [.. addresses.Where(WebhookAddress.IsPublic)];
        if (open.Length == 0)
            throw new PrivateAddress();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string WhyOf(Exception e) =>
        e is OperationCanceledException ? "timeout" :
        e is HttpRequestException { InnerException: PrivateAddress } || e.GetBaseException() is PrivateAddress ? "private" :
        e.GetBaseException() is AuthenticationException || e.InnerException is AuthenticationException ? "certificate" :
        e.GetBaseException() is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } ? "name" :
        "connection";

    private sealed class PrivateAddress() : IOException("The name leads to an address of our own network.");
}
