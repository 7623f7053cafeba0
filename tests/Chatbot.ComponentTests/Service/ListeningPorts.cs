using System.Globalization;

namespace Chatbot.ComponentTests.Service;

/// <summary>On which TCP ports a process listens, as the Linux kernel tells it.</summary>
internal static class ListeningPorts
{
    private const string Listening = "0A";

    public static IReadOnlyList<int> Of(int processId)
    {
        var sockets = Directory.EnumerateFiles($"/proc/{processId}/fd").Select(Target).ToHashSet();
        return [.. new[] { "tcp", "tcp6" }.SelectMany(table => File.ReadLines($"/proc/{processId}/net/{table}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(row => row[3] == Listening && sockets.Contains($"socket:[{row[9]}]"))
            .Select(row => int.Parse(row[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Distinct()];
    }

    // A file may have been closed since it was listed.
    private static string? Target(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
