using System.Diagnostics;
using System.Globalization;
using Chatbot.Messaging;
using Chatbot.Simulator;
using Chatbot.Simulator.Control;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Benchmarks;

/// <summary>From the webhook's first byte to the reply in the stand-in's mailbox, everything on the same machine.</summary>
internal static class WholeWay
{
    private static readonly string[] Texts =
    [
        "lam giay khai sinh cho be can giay to gi", "phí đăng ký kết hôn bao nhiêu", "gia hạn tạm trú mất mấy ngày", "xin chào",
        "chứng thực bản sao ở đâu", "mở quán cà phê cần giấy tờ gì", "đăng ký tạm trú online được không", "cam on nhe",
    ];

    private const int VariedTexts = 120_000;

    /// <param name="varied">No message twice: what the service remembers of short messages does not help it.</param>
    public static async Task<int> RunAsync(string database, bool varied, string[] rates)
    {
        var texts = varied ? AskedTexts.NeverTheSame(VariedTexts) : Texts;
        await using var bench = await Bench.StartAsync(database);
        await new LoadRun(bench.Simulator).RunAsync(new LoadPlan(Platform.Zalo, 100, 3, 5_000, Texts), CancellationToken.None);
        var offered = 0;
        foreach (var rate in rates.Length > 0 ? rates : ["300", "1000", "1500", "2000"])
        {
            var perSecond = double.Parse(rate, CultureInfo.InvariantCulture);
            var before = Processor(bench);
            var plan = new LoadPlan(Platform.Zalo, perSecond, perSecond > 500 ? 15 : 10, 40_000, [.. texts.Skip(varied ? offered : 0)]);
            var result = await new LoadRun(bench.Simulator).RunAsync(plan, CancellationToken.None);
            offered += result.Offered;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{database} {rate}/s offered: answered {result.Answered}/{result.Offered} at {result.AnsweredPerSecond:F0}/s, p50 {result.P50Milliseconds:F0} ms, p99 {result.P99Milliseconds:F0} ms, max {result.MaxMilliseconds:F0} ms, resident {bench.Service.Resident >> 20} MB"));
            PrintProcessor(before, Processor(bench), result.Offered);
        }
        await PrintOutboxAsync(bench);
        return 0;
    }

    private static (TimeSpan Service, TimeSpan StandIn, TimeSpan Database) Processor(Bench bench) =>
        (bench.Service.ProcessorTime, Environment.CpuUsage.TotalTime, Of("postgres"));

    /// <summary>Of all processes of this name; those of other clusters stand still meanwhile.</summary>
    private static TimeSpan Of(string name) =>
        Process.GetProcesses().Where(process => process.ProcessName.StartsWith(name, StringComparison.Ordinal)).Aggregate(TimeSpan.Zero, (sum, process) => sum + process.TotalProcessorTime);

    private static void PrintProcessor(
        (TimeSpan Service, TimeSpan StandIn, TimeSpan Database) before, (TimeSpan Service, TimeSpan StandIn, TimeSpan Database) after, int messages)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  processor a message: service {Each(after.Service - before.Service):F2} ms, PostgreSQL {Each(after.Database - before.Database):F2} ms, citizens and stand-in {Each(after.StandIn - before.StandIn):F2} ms"));

        double Each(TimeSpan spent) => spent.TotalMilliseconds / messages;
    }

    /// <summary>What became of every reply: the figures above hold for replies that were really sent.</summary>
    private static async Task PrintOutboxAsync(Bench bench)
    {
        await using var db = bench.Database.NewContext();
        var counts = await db.Set<OutboxMessage>().GroupBy(m => m.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        Console.WriteLine("outbox: " + string.Join(", ", counts.Select(c => $"{c.Key} {c.Count}")));
    }
}
