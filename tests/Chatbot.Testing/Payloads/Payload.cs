using System.Reflection;

namespace Chatbot.Testing.Payloads;

/// <summary>Recorded webhook bodies, byte for byte as the platforms write them: <c>Payloads/facebook/text.json</c> is <c>facebook/text.json</c>.</summary>
public static class Payload
{
    private static readonly Assembly Here = typeof(Payload).Assembly;

    public static byte[] Read(string path)
    {
        using var stream = Here.GetManifestResourceStream(path) ?? throw new FileNotFoundException("No such recorded body", path);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Paths of all recorded bodies of a platform's folder, such as <c>facebook</c>.</summary>
    public static IReadOnlyList<string> Of(string folder) =>
        [.. Here.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
