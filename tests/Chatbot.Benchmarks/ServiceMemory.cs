using Chatbot.Cli;
using Chatbot.Simulator.Control;

namespace Chatbot.Benchmarks;

/// <summary>Resident memory of the service with a full catalogue, after start, after questions and after a minute's rest.</summary>
internal static class ServiceMemory
{
    public static async Task<int> RunAsync(string catalogue)
    {
        await using var bench = await Bench.StartAsync("postgres");
        Import(catalogue, bench);
        await Task.Delay(TimeSpan.FromSeconds(45));
        Console.WriteLine($"after import and rebuild: {bench.Service.Resident >> 20} MB");
        await new LoadRun(bench.Simulator).RunAsync(new LoadPlan(Simulator.Platform.Zalo, 200, 10, 5_000, ["làm lại căn cước bị mất"]), CancellationToken.None);
        Console.WriteLine($"after 2,000 questions: {bench.Service.Resident >> 20} MB");
        await bench.Service.KillAsync();
        await bench.Service.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(10));
        Console.WriteLine($"started anew: {bench.Service.Resident >> 20} MB");
        return 0;
    }

    private static void Import(string catalogue, Bench bench)
    {
        var code = ImportVerb.Run([Path.GetFullPath(catalogue), "--database", bench.Database.ConnectionString]);
        if (code != 0) throw new InvalidOperationException($"The import ended with {code}.");
    }
}
