using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Wire;

/// <summary>Request and response bodies as bytes.</summary>
internal static class HttpBodies
{
    private static readonly byte[] Empty = "{}"u8.ToArray();

    public static bool IsMultipart(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    public static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The raw body; a multipart body is left to the form reader and comes back empty.</summary>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (IsMultipart(request) || IsForm(request)) return [];
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(ct);
            if (!read.IsCompleted)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var bytes = read.Buffer.ToArray();
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return bytes;
        }
    }

    /// <returns>Null when the body is not JSON; an empty body is an empty object.</returns>
    public static JsonDocument? ParseJson(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body.Length == 0 ? Empty : body);
        }
        catch (JsonException)
        {
            return null;   // the platform answers with its own error
        }
    }

    public static Task WriteAsync(HttpResponse response, int status, JsonNode body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
        response.StatusCode = status;
        response.ContentType = "application/json; charset=UTF-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted).AsTask();
    }
}
