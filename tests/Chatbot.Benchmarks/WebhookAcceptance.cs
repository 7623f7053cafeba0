using System.Diagnostics;
using System.Globalization;

namespace Chatbot.Benchmarks;

/// <summary>Accepted webhooks a second, each committed before its 200, as a ratio to the bare endpoint in the same run.</summary>
internal static class WebhookAcceptance
{
    private const int Connections = 256;
    private const int WarmUpSeconds = 5;
    private const int Seconds = 8;

    public static async Task<int> RunAsync(string database)
    {
        // Taking in is measured: what is taken in is answered elsewhere, by the worker role.
        await using var bench = await Bench.StartAsync(database, ("Roles", "web"));
        var requests = await WrkRequests.WriteAsync(bench.Folder, bench.Simulator.Options, Wrk.Threads, 150_000);
        var script = Path.Combine(bench.Folder, "requests.lua");
        var bare = await BareAsync(script, requests);
        var target = new Uri(bench.Service.Address, "/webhooks/zalo");
        await Wrk.RunAsync(script, requests, target, Connections, WarmUpSeconds);
        var accepted = await Wrk.RunAsync(script, requests, target, Connections, Seconds);
        await using var db = bench.Database.NewContext();
        var stored = db.Set<Messaging.InboundEvent>().Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{database}: bare {bare:F0}/s, accepted {accepted.PerSecond:F0}/s, ratio {accepted.PerSecond / bare:F2}; refused {accepted.Refused}; rows {stored}"));
        return 0;
    }

    private static async Task<double> BareAsync(string script, string requests)
    {
        const int port = 5899;
        using var bare = Process.Start(new ProcessStartInfo("dotnet") { ArgumentList = { typeof(BareEndpoint).Assembly.Location, "bare", port.ToString(CultureInfo.InvariantCulture) }, RedirectStandardOutput = true })!;
        try
        {
            await Task.Delay(2000);
            var target = new Uri($"http://127.0.0.1:{port}/");
            await Wrk.RunAsync(script, requests, target, Connections, WarmUpSeconds);
            return (await Wrk.RunAsync(script, requests, target, Connections, Seconds)).PerSecond;
        }
        finally
        {
            bare.Kill();
        }
    }
}
