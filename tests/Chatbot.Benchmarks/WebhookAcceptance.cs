using System.Diagnostics;
using System.Globalization;

namespace Chatbot.Benchmarks;

/// <summary>Accepted webhooks a second, each committed before its 200, as a ratio to the bare endpoint in the same run.</summary>
/// <remarks>The two take turns, as a machine's speed may change by half within a minute; every message is a new event.</remarks>
internal static class WebhookAcceptance
{
    private const int Connections = 256;
    private const int Rounds = 5;
    private const int Seconds = 4;
    private const int MessagesPerThread = 60_000;
    private const int BarePort = 5899;

    public static async Task<int> RunAsync(string database)
    {
        // Taking in is measured: what is taken in is answered elsewhere, by the worker role.
        await using var bench = await Bench.StartAsync(database, ("Roles", "web"));
        using var bare = Process.Start(new ProcessStartInfo("dotnet") { ArgumentList = { typeof(BareEndpoint).Assembly.Location, "bare", BarePort.ToString(CultureInfo.InvariantCulture) }, RedirectStandardOutput = true })!;
        try
        {
            await Task.Delay(2000);
            var rounds = new List<(double Bare, double Accepted, long Refused)>();
            for (var round = 0; round <= Rounds; round++) rounds.Add(await RoundAsync(bench, round));
            Print(database, rounds[1..], await StoredAsync(bench));   // the first one warms both
            return 0;
        }
        finally
        {
            bare.Kill();
        }
    }

    private static async Task<(double Bare, double Accepted, long Refused)> RoundAsync(Bench bench, int round)
    {
        var requests = await WrkRequests.WriteAsync(bench.Folder, bench.Simulator.Options, round, Wrk.Threads, MessagesPerThread);
        var script = Path.Combine(bench.Folder, "requests.lua");
        var bare = await Wrk.RunAsync(script, requests, new Uri($"http://127.0.0.1:{BarePort}/"), Connections, Seconds);
        var accepted = await Wrk.RunAsync(script, requests, new Uri(bench.Service.Address, "/webhooks/zalo"), Connections, Seconds);
        return (bare.PerSecond, accepted.PerSecond, accepted.Refused);
    }

    private static async Task<long> StoredAsync(Bench bench)
    {
        await using var db = bench.Database.NewContext();
        return db.Set<Messaging.InboundEvent>().LongCount();
    }

    private static void Print(string database, List<(double Bare, double Accepted, long Refused)> rounds, long stored)
    {
        foreach (var (bare, accepted, _) in rounds)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  bare {bare:F0}/s, accepted {accepted:F0}/s, ratio {accepted / bare:F2}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{database}: bare {rounds.Average(r => r.Bare):F0}/s, accepted {rounds.Average(r => r.Accepted):F0}/s, ratio {rounds.Sum(r => r.Accepted) / rounds.Sum(r => r.Bare):F2}; refused {rounds.Sum(r => r.Refused)}; rows {stored}"));
    }
}
