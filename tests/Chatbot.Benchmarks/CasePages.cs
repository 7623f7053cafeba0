using Chatbot.Persistence;
using Chatbot.Testing.Console;

namespace Chatbot.Benchmarks;

/// <summary>Every page of the console that grows with use, over 50,000 cases.</summary>
internal static class CasePages
{
    /// <param name="database"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="only">Part of the addresses that are measured; empty: all.</param>
    public static async Task<int> RunAsync(string database, string only)
    {
        var now = DateTimeOffset.UtcNow;
        await using var app = await ConsoleApp.StartProcessAsync(database == "sqlite" ? DatabaseKind.Sqlite : DatabaseKind.PostgreSql, ("Roles", "web"), ("Logging__LogLevel__Default", "Error"));
        var seed = new CaseSeed(app, now);
        await seed.RunAsync();
        Console.WriteLine($"{database}, {CaseSeed.Cases} cases, milliseconds until the last byte");
        return await PageTimes.MeasureAsync(app, PageTimes.Of(seed.Ids[3], now), only) == 0 ? 0 : 1;
    }
}
