namespace Chatbot.Web.Webhooks;

/// <summary>A request's bytes exactly as they came: signatures are computed over them, so nothing may have parsed them before.</summary>
internal static class RawBody
{
    /// <summary>1 MiB: far above what the platforms send, far below what hurts.</summary>
    public const int Limit = 1024 * 1024;

    /// <returns>Null: longer than <paramref name="limit"/> bytes.</returns>
    /// <exception cref="BadHttpRequestException">The sender broke off or broke the protocol.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken ct)
    {
        if (request.ContentLength > limit) return null;
        var buffer = new byte[(int)(request.ContentLength ?? 4096)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (request.ContentLength is not null) return buffer;
                if (length > limit) return null;
                Array.Resize(ref buffer, Math.Min(2 * length, limit + 1));
            }
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), ct);
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
        }
    }
}
