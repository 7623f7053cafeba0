using System.Collections.Concurrent;
using System.Globalization;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Chatbot.ComponentTests.Console;

/// <summary>Many citizens and many open pages at once. Holds for a machine that does nothing else.</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Citizens = 200, Pages = 20, Tenths = 10;

    [Theory, OnSqlite, OnPostgres, Trait("Category", "Load")]
    public async Task Two_hundred_matters_a_minute_appear_in_twenty_open_pages_within_a_second(DatabaseKind kind)
    {
        await using var simulator = await SimulatorApp.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var app = await ConsoleApp.StartAsync(kind, simulator);
        var agents = new List<Browser>();
        for (var i = 0; i < Pages; i++)
        {
            await app.AddOfficialAsync($"tai{i}", Right.HotlineAgent | Right.Supervisor);
            agents.Add(await app.SignedInAsync($"tai{i}"));
        }
        var seen = new ConcurrentDictionary<(int Page, int Matter), DateTimeOffset>();
        using var ending = new CancellationTokenSource();
        var pages = agents.Select((agent, page) => WatchAsync(agent, page, seen, ending.Token)).ToList();
        var asked = await AskAsync(simulator);
        for (var i = 0; i < 100 && seen.Count < Citizens * Pages; i++) await Task.Delay(100);
        await ending.CancelAsync();
        await Task.WhenAll(pages);
        agents.ForEach(agent => agent.Dispose());

        await using var db = app.Database.NewContext();
        var times = seen.Select(s => (s.Value - asked[s.Key.Matter]).TotalMilliseconds).Order().ToList();
        await TellStepsAsync(db, asked, seen);
        output.WriteLine($"{kind}: {times.Count} of {Citizens * Pages} appearances; median {Share(times, .5):0} ms, p95 {Share(times, .95):0} ms, longest {times[^1]:0} ms");
        Assert.Equal(Citizens, await db.Set<Case>().CountAsync());
        Assert.Equal(Citizens, await db.Set<OutboxMessage>().Select(m => m.ConversationId).Distinct().CountAsync());
        Assert.Equal(Citizens * Pages, times.Count);
        for (var i = 0; i < Citizens; i++) Assert.Single(simulator.Zalo.MessagesTo($"dan{i}"));
        Assert.True(Share(times, .95) < 1_000, $"p95 was {Share(times, .95):0} ms");
    }

    /// <returns>When each citizen wrote.</returns>
    private static async Task<DateTimeOffset[]> AskAsync(SimulatorApp simulator)
    {
        var (asked, acts, start) = (new DateTimeOffset[Citizens], new List<Task>(), DateTimeOffset.UtcNow);
        for (var i = 0; i < Citizens; i++)
        {
            asked[i] = DateTimeOffset.UtcNow;
            acts.Add(simulator.Zalo.SaysAsync($"dan{i}", $"Cho tôi gặp cán bộ, viecso{i:000}x cống thoát nước trước nhà bị tắc", CancellationToken.None));
            if (start + TimeSpan.FromMinutes((i + 1.0) / Citizens) - DateTimeOffset.UtcNow is { Ticks: > 0 } wait) await Task.Delay(wait);
        }
        await Task.WhenAll(acts);
        return asked;
    }

    /// <summary>An open page of an agent: notes when each matter appears first.</summary>
    private static async Task WatchAsync(Browser browser, int page, ConcurrentDictionary<(int, int), DateTimeOffset> seen, CancellationToken ct)
    {
        const string Word = "viecso";
        try
        {
            using var answer = await browser.AnswerAsync("/console/live/cases");
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(ct));
            while (await lines.ReadLineAsync(ct) is { } line)
                for (var at = line.IndexOf(Word, StringComparison.Ordinal); at >= 0; at = line.IndexOf(Word, at + 1, StringComparison.Ordinal))
                    seen.TryAdd((page, int.Parse(line.AsSpan(at + Word.Length, 3), CultureInfo.InvariantCulture)), DateTimeOffset.UtcNow);
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
    }

    /// <summary>Where the time goes: p95 of each step, for each tenth of the minute. One machine, one clock.</summary>
    private async Task TellStepsAsync(ChatbotDb db, DateTimeOffset[] asked, ConcurrentDictionary<(int Page, int Matter), DateTimeOffset> seen)
    {
        var events = (await db.Set<InboundEvent>().Where(e => e.Kind == "user_send_text").OrderBy(e => e.Id).ToListAsync()).GroupBy(e => e.CitizenId).Select(own => own.First()).ToList();
        var cases = await db.Set<Case>().Join(db.Set<Conversation>(), c => c.ConversationId, t => t.Id, (c, t) => new { t.CitizenId, c.OpenedAt }).ToDictionaryAsync(c => c.CitizenId, c => c.OpenedAt);
        // They wrote one after the other, and are stored in this order but for neighbours.
        var matters = events.Zip(asked).Select((both, at) => new
        {
            At = at, Accepted = (both.First.ReceivedAt - both.Second).TotalMilliseconds, Opened = (cases[both.First.CitizenId] - both.First.ReceivedAt).TotalMilliseconds,
            Handled = ((both.First.HandledAt ?? both.First.ReceivedAt) - cases[both.First.CitizenId]).TotalMilliseconds,
            First = Appearances(seen, at).Select(time => (time - cases[both.First.CitizenId]).TotalMilliseconds).FirstOrDefault(),
            Last = Appearances(seen, at).Select(time => (time - cases[both.First.CitizenId]).TotalMilliseconds).LastOrDefault(),
        }).ToList();
        output.WriteLine("p95 in ms: asked→accepted  accepted→turn  turn→handled  turn→first page  turn→last page");
        foreach (var tenth in matters.GroupBy(m => m.At * Tenths / Citizens))
            output.WriteLine($"  matters {tenth.First().At,3} on: {P95(tenth, m => m.Accepted)} {P95(tenth, m => m.Opened)} {P95(tenth, m => m.Handled)} {P95(tenth, m => m.First)} {P95(tenth, m => m.Last)}");
    }

    private static IEnumerable<DateTimeOffset> Appearances(ConcurrentDictionary<(int Page, int Matter), DateTimeOffset> seen, int matter) =>
        seen.Where(s => s.Key.Matter == matter).Select(s => s.Value).Order();

    private static string P95<T>(IEnumerable<T> some, Func<T, double> time) => Share([.. some.Select(time).Order()], .95).ToString("0", CultureInfo.InvariantCulture).PadLeft(10);

    private static double Share(IReadOnlyList<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
