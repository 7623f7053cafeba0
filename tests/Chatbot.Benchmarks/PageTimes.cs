using System.Diagnostics;
using System.Globalization;
using Chatbot.Catalogue;
using Chatbot.Testing.Console;

namespace Chatbot.Benchmarks;

/// <summary>The console's pages as a browser asks for them, one after the other, from the service as its own process: p50 and p95 until the last byte.</summary>
internal static class PageTimes
{
    private const int Rounds = 40;
    private const int Promised = 300;

    /// <returns>How many pages were slower than <see cref="Promised"/> milliseconds at p95.</returns>
    public static async Task<int> MeasureAsync(ConsoleApp app, IReadOnlyList<string> paths, string only)
    {
        using var browser = await app.SignedInAsync(CaseSeed.Official);
        var slow = 0;
        foreach (var path in paths.Where(path => path.Contains(only, StringComparison.Ordinal)))
        {
            for (var i = 0; i < 3; i++) await browser.GetAsync(path);
            if ((int)browser.Status != 200) throw new InvalidOperationException($"{path} answers {browser.Status}");
            var times = new List<double>();
            for (var i = 0; i < Rounds; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await browser.GetAsync(path);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            times.Sort();
            var p95 = times[Rounds * 95 / 100];
            if (p95 > Promised) slow++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(p95 > Promised ? '!' : ' ')} p50 {times[Rounds / 2],7:F1}  p95 {p95,7:F1}  {browser.Html.Length / 1024,4} kB  {path}"));
        }
        return slow;
    }

    /// <summary>First, middle and last pages, in several orders, of everything that grows.</summary>
    public static IReadOnlyList<string> Of(Guid oneCase, DateTimeOffset now)
    {
        var today = VietnamDay.Of(now);
        var year = string.Create(CultureInfo.InvariantCulture, $"from={today.AddDays(-364):yyyy-MM-dd}&to={today:yyyy-MM-dd}");
        const string Cases = "/console/cases", Figures = "/console/dashboards";
        return
        [
            "/console", Cases, $"{Cases}?page=100", $"{Cases}?group=Mine", $"{Cases}?group=Late", $"{Cases}?group=Late&page=250", $"{Cases}?group=Late&sort=due", $"{Cases}?group=All",
            $"{Cases}?group=All&page=1000", $"{Cases}?group=All&page=2000", $"{Cases}?group=All&sort=due&page=1000", $"{Cases}?group=All&sort=changed&page=900", $"{Cases}?group=All&sort=code&page=1000", $"{Cases}?group=All&sort=state&page=1000", $"{Cases}?group=All&sort=assignee&desc=1&page=1000", $"{Cases}?group=All&kind=Question&channel=Zalo&page=700",
            $"{Cases}?group=All&state=Closed&page=500", $"{Cases}?group=All&q=hiem4242", $"{Cases}?group=All&q=dat", $"{Cases}?group=All&q=dat&page=150", $"{Cases}?group=All&q=ngap+duong+thon",
            $"{Cases}/{oneCase}", $"{Cases}/notices", $"{Cases}/notices?page=2000", $"{Cases}/notices?state=unseen", $"{Cases}/settings",
            Figures, $"{Figures}/response", $"{Figures}/response?{year}", $"{Figures}/bot", $"{Figures}/bot?{year}", $"{Figures}/topics", $"{Figures}/satisfaction?{year}",
            $"{Figures}/cases?state=opened&{year}", $"{Figures}/cases?state=opened&{year}&page=1000", $"{Figures}/cases?state=opened&{year}&page=2000", $"{Figures}/cases?state=opened&{year}&sort=unit&page=1000",
            $"{Figures}/cases?state=opened&hours=out&{year}", $"{Figures}/cases?state=opened&hours=in&{year}&page=200", $"{Figures}/cases?state=intime&{year}&page=500", $"{Figures}/cases?state=late",
            $"{Figures}/answers?{year}", $"{Figures}/answers?{year}&page=4000", $"{Figures}/answers?outcome=understood&{year}&page=1000", $"{Figures}/answers?{year}&sort=sure", $"{Figures}/answers?procedure=1.000100&{year}",
            $"{Figures}/ratings?{year}", $"{Figures}/ratings?judgement=wrong&{year}&page=300", $"{Figures}/surveys?{year}", $"{Figures}/surveys?answered=1&{year}&page=100", $"{Figures}/surveys?question=staff&{year}&sort=answered",
            "/console/audit", "/console/audit?page=6000", "/console/audit?page=11000", "/console/audit?action=case.changed&page=2000", "/console/audit?q=quan.tri", $"/console/audit?q={oneCase}", "/console/audit?sort=at&page=5000",
            "/console/catalogue", "/console/catalogue/gaps", "/console/catalogue/gaps?q=dat+dai", "/console/answers", "/console/radio/new", "/console/officials", "/console/campaigns", "/console/campaigns/segments", "/console/phrases",
        ];
    }
}
