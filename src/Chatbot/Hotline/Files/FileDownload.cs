using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Files;

/// <summary>What came of an attempt.</summary>
public abstract record Downloaded
{
    public sealed record Content(byte[] Bytes) : Downloaded;

    /// <summary>For good.</summary>
    public sealed record Refused(FileRefusal Why) : Downloaded;

    /// <summary>The platform or the way to it is broken just now.</summary>
    public sealed record Later : Downloaded;
}

/// <summary>Fetches a file from an address that somebody else wrote: only from known hosts, only over the internet, only so much, only so long.</summary>
/// <remarks>Where a name leads is looked at when the connection is made, so a name that changes its mind between two looks gains nothing. Redirections are followed
/// by hand, as each address is judged anew. No proxy, no cookies, no credentials.</remarks>
public sealed class FileDownload : IDisposable
{
    private const int MostRedirections = 3;
    private readonly CitizenFileOptions options;
    private readonly string[] hosts;
    private readonly string[] innerHosts;
    private readonly HttpClient http;

    public FileDownload(IOptions<CitizenFileOptions> options)
    {
        this.options = options.Value;
        (hosts, innerHosts) = (Names(options.Value.Hosts), Names(options.Value.InnerHosts));
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, Credentials = null, ConnectCallback = ConnectAsync, PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <param name="address">As the platform wrote it.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Downloaded> FetchAsync(string address, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Patience);
        try
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? await FollowAsync(uri, limit.Token) : new Downloaded.Refused(FileRefusal.Host);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return error.GetBaseException() is InnerAddressException ? new Downloaded.Refused(FileRefusal.Host) : new Downloaded.Later();
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Downloaded> FollowAsync(Uri address, CancellationToken ct)
    {
        for (var hops = 0; hops <= MostRedirections; hops++)
        {
            if (!MayAsk(address)) return new Downloaded.Refused(FileRefusal.Host);
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if ((int)response.StatusCode is < 300 or >= 400) return await TakeAsync(response, ct);
            if (response.Headers.Location is not { } next) return new Downloaded.Refused(FileRefusal.Gone);
            address = next.IsAbsoluteUri ? next : new Uri(address, next);
        }
        return new Downloaded.Refused(FileRefusal.Host);
    }

    private async Task<Downloaded> TakeAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (!response.IsSuccessStatusCode)
            return (int)response.StatusCode is >= 500 or 429 or 408 ? new Downloaded.Later() : new Downloaded.Refused(FileRefusal.Gone);
        if (response.Content.Headers.ContentLength > options.Largest) return new Downloaded.Refused(FileRefusal.TooLarge);
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(part, ct)) > 0;)
        {
            if (kept.Length + read > options.Largest) return new Downloaded.Refused(FileRefusal.TooLarge);
            kept.Write(part, 0, read);
        }
        return new Downloaded.Content(kept.ToArray());
    }

    private bool MayAsk(Uri address)
    {
        if (address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0) return false;
        return IsInner(address.IdnHost) || (address.IsDefaultPort && hosts.Any(host => address.IdnHost.EndsWith("." + host, StringComparison.OrdinalIgnoreCase)));
    }

    private bool IsInner(string host) => innerHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await Dns.GetHostAddressesAsync(host, ct);
        var allowed = IsInner(host) ? found : Array.FindAll(found, PublicAddress.Is);
        if (found.Length > 0 && allowed.Length == 0) throw new InnerAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name leads into a network that is none of the platform's business.</summary>
    private sealed class InnerAddressException : IOException;
}
