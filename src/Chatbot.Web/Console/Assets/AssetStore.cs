using System.IO.Compression;
using System.Security.Cryptography;

namespace Chatbot.Web.Console.Assets;

/// <summary>Style and scripts, read once from the assembly. The address holds the content's hash, so browsers keep them for a year.</summary>
public static class AssetStore
{
    private const string Prefix = "assets/";
    private static readonly Dictionary<string, Asset> Assets = Read();

    public static string Address(string name) => $"/console/assets/{Assets[name].Version}/{name}";

    internal static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/assets/{version}/{name}", Send).AllowAnonymous();
        return endpoints;
    }

    private static IResult Send(string version, string name, HttpContext http)
    {
        if (!Assets.TryGetValue(name, out var asset) || asset.Version != version) return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        (http.Response.Headers.CacheControl, http.Response.Headers.Vary) = ("public, max-age=31536000, immutable", "Accept-Encoding");
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal)) return TypedResults.Bytes(asset.Content, asset.Type);
        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(asset.Zipped.Value, asset.Type);
    }

    private static Dictionary<string, Asset> Read()
    {
        var assembly = typeof(AssetStore).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new Asset(content, TypeOf(name));
        }, StringComparer.Ordinal);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    };

    private sealed record Asset(byte[] Content, string Type)
    {
        public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Content))[..12];

        public Lazy<byte[]> Zipped { get; } = new(() =>
        {
            using var zipped = new MemoryStream();
            using (var zip = new GZipStream(zipped, CompressionLevel.Optimal)) zip.Write(Content);
            return zipped.ToArray();
        });
    }
}
