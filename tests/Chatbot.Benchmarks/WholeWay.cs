using System.Globalization;
using Chatbot.Simulator;
using Chatbot.Simulator.Control;

namespace Chatbot.Benchmarks;

/// <summary>From the webhook's first byte to the reply in the stand-in's mailbox, everything on the same machine.</summary>
internal static class WholeWay
{
    private static readonly string[] Texts =
    [
        "lam giay khai sinh cho be can giay to gi", "phí đăng ký kết hôn bao nhiêu", "gia hạn tạm trú mất mấy ngày", "xin chào",
        "chứng thực bản sao ở đâu", "mở quán cà phê cần giấy tờ gì", "đăng ký tạm trú online được không", "cam on nhe",
    ];

    public static async Task<int> RunAsync(string database, string[] rates)
    {
        await using var bench = await Bench.StartAsync(database);
        await new LoadRun(bench.Simulator).RunAsync(new LoadPlan(Platform.Zalo, 100, 3, 5_000, Texts), CancellationToken.None);
        foreach (var rate in rates.Length > 0 ? rates : ["300", "1000", "1500", "2000"])
        {
            var perSecond = double.Parse(rate, CultureInfo.InvariantCulture);
            var result = await new LoadRun(bench.Simulator).RunAsync(
                new LoadPlan(Platform.Zalo, perSecond, perSecond > 500 ? 15 : 10, 40_000, Texts), CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{database} {rate}/s offered: answered {result.Answered}/{result.Offered} at {result.AnsweredPerSecond:F0}/s, p50 {result.P50Milliseconds:F0} ms, p99 {result.P99Milliseconds:F0} ms, max {result.MaxMilliseconds:F0} ms, resident {bench.Service.Resident >> 20} MB"));
        }
        return 0;
    }
}
