using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chatbot.Benchmarks;

/// <summary>The yardstick: Kestrel with one endpoint that reads the body and computes the hash, and keeps nothing.</summary>
internal static class BareEndpoint
{
    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRouting();
        var app = builder.Build();
        app.MapPost("/", async (HttpRequest request) =>
        {
            var body = new byte[(int)request.ContentLength!.Value];
            await request.Body.ReadExactlyAsync(body);
            return SHA256.HashData(body).Length == 32 ? Results.Ok() : Results.BadRequest();
        });
        await app.RunAsync();
        return 0;
    }
}
