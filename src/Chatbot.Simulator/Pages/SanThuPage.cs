using System.Reflection;
using Chatbot.Simulator.Zalo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Pages;

/// <summary>"Sân thử": a phone with both chats, and the levers beside it. Everything it needs is inside this assembly.</summary>
internal sealed class SanThuPage(ZaloPlatform zalo)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        Serve(routes, "/", "san-thu.html", "text/html; charset=utf-8");
        Serve(routes, "/san-thu", "san-thu.html", "text/html; charset=utf-8");
        Serve(routes, "/san-thu.css", "san-thu.css", "text/css; charset=utf-8");
        Serve(routes, "/san-thu.js", "san-thu.js", "text/javascript; charset=utf-8");
        routes.MapGet("/media/{id}", (string id) => zalo.Uploads.Find(id) is { } file ? Results.Bytes(file.Bytes, file.ContentType) : Results.NotFound());
    }

    private static void Serve(IEndpointRouteBuilder routes, string path, string name, string contentType)
    {
        var bytes = Read(name);
        routes.MapGet(path, http =>
        {
            http.Response.ContentType = contentType;
            http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' https: data:; base-uri 'none'; frame-ancestors 'self'";
            return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
        });
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Chatbot.Simulator.Pages." + name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
