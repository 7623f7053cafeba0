using System.Diagnostics;
using System.Globalization;

namespace Chatbot.Benchmarks;

/// <summary>Runs wrk and reads its figures.</summary>
internal static class Wrk
{
    public const int Threads = 2;

    public static async Task<(double PerSecond, long Requests, long Refused)> RunAsync(string script, string requests, Uri target, int connections, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in new[] { $"-t{Threads}", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "-s", script, target.GetLeftPart(UriPartial.Authority), "--", target.AbsolutePath, requests })
            start.ArgumentList.Add(argument);
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var figures = output.Split('\n').FirstOrDefault(line => line.StartsWith("FIGURES", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("wrk gave no figures:\n" + output);
        var numbers = figures.Split(' ').Skip(1).Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0] / (numbers[1] / 1e6), numbers[0], numbers[2]);
    }
}
