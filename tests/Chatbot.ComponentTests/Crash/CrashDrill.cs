using System.Globalization;
using Chatbot.Messaging;
using Chatbot.Simulator;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Crash;

/// <param name="Citizens">Each wrote one message.</param>
/// <param name="AnsweredTwice">Citizens who got more than the answer has parts.</param>
/// <param name="Lost">Acknowledged messages with neither an answer nor an unconfirmed one in the list.</param>
/// <param name="Unknown">Messages that the service itself calls unconfirmed.</param>
/// <param name="MarkedAtKills">Messages marked as leaving when the process died, summed over all kills.</param>
/// <param name="UnknownArrived">Unconfirmed messages that the citizen has.</param>
/// <param name="InFlightAtKills">Sends that the stand-in itself saw under way when the process died, summed over all kills.</param>
internal sealed record CrashReport(
    int Kills, int Citizens, int Acknowledged, int Answered, int AnsweredTwice, int Lost, int Unknown, int MarkedAtKills, int UnknownArrived, int InFlightAtKills);

/// <summary>One database, one simulator, one service that dies often. Every citizen writes once, so what each received tells all.</summary>
internal sealed class CrashDrill : IAsyncDisposable
{
    /// <summary>An answer that was complete so long before the kill may still not have been stored.</summary>
    private static readonly TimeSpan Storing = TimeSpan.FromMilliseconds(500);

    private const string Question = "phí đăng ký kết hôn bao nhiêu";
    private readonly TestDatabase database;
    private readonly SimulatorApp simulator;
    private readonly ServiceProcess service;
    private readonly Random random;
    private readonly string folder;
    private readonly HashSet<string> acknowledged = [];
    private int citizens;
    private int kills;
    private int marked;
    private int inFlight;
    private int parts;

    private CrashDrill(TestDatabase database, SimulatorApp simulator, string folder, int seed)
    {
        (this.database, this.simulator, this.folder, random) = (database, simulator, folder, new Random(seed));
        service = ServiceProcess.For(database, simulator, folder,
            ("Messaging__Lease", "00:00:02"), ("Messaging__Sweep", "00:00:00.500"), ("Logging__LogLevel__Default", "Error"));
    }

    public static async Task<CrashDrill> BeginAsync(TestDatabase database, int seed)
    {
        var options = SimulatorOptions.HighThroughput();
        options.SendLedgerCapacity = 2_000;
        options.FrozenAt = new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
        options.Zalo.DuplicateProbability = 0.1;
        var simulator = await SimulatorApp.StartAsync(options, CancellationToken.None);
        var drill = new CrashDrill(database, simulator, Directory.CreateTempSubdirectory("chatbot-crash-").FullName, seed);
        await drill.service.StartAsync();
        await drill.LearnPartsAsync();
        return drill;
    }

    /// <summary>Citizens write while the process lives for a random while; then it is killed.</summary>
    public async Task RunUntilKilledAsync()
    {
        if (!service.IsRunning) await service.StartAsync();
        using var alive = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(20, 1500)));
        var writing = new List<Task>();
        while (!alive.IsCancellationRequested)
        {
            for (var i = random.Next(1, 12); i > 0; i--) writing.Add(WriteAsync());
            await Task.Delay(random.Next(1, 25));
        }
        var last = TimeProvider.System.GetUtcNow();
        await service.KillAsync();
        inFlight += simulator.Sends.InFlightAt(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow() - last + Storing).Total;
        kills++;
        await Task.WhenAll(writing);
        await using var db = database.NewContext();
        marked += await db.Set<OutboxMessage>().CountAsync(m => m.Status == OutboxStatus.Sending);
    }

    /// <summary>Lets everything come to rest: the platform delivers again what was not acknowledged, the service answers what it has.</summary>
    public async Task<CrashReport> FinishAsync()
    {
        await service.StartAsync();
        foreach (var pause in new[] { 31, 301, 901, 1801, 3601 }) await simulator.AdvanceAsync(TimeSpan.FromSeconds(pause), CancellationToken.None);
        await IdleAsync();
        await using var db = database.NewContext();
        var unknownTo = await db.Set<OutboxMessage>().Where(m => m.Status == OutboxStatus.Unknown).Select(m => m.CitizenId).ToListAsync();
        var received = Enumerable.Range(1, citizens).Select(Name).ToDictionary(name => name, name => simulator.Zalo.Conversation(name));
        var arrived = received.Where(c => c.Value.ReceivedCount >= parts).Select(c => c.Value.CitizenId).ToHashSet();
        return new CrashReport(
            kills, citizens, acknowledged.Count,
            Answered: received.Count(c => c.Value.ReceivedCount == parts),
            AnsweredTwice: received.Count(c => c.Value.ReceivedCount > parts),
            Lost: received.Count(c => c.Value.ReceivedCount < parts && !unknownTo.Contains(c.Value.CitizenId)),
            Unknown: unknownTo.Count, MarkedAtKills: marked,
            UnknownArrived: unknownTo.Count(arrived.Contains), InFlightAtKills: inFlight);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await simulator.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task WriteAsync()
    {
        var name = Name(Interlocked.Increment(ref citizens));
        var delivery = await simulator.Zalo.SaysAsync(name, Question, CancellationToken.None);
        if (!delivery.IsAcknowledged) return;   // the simulator delivers it again by the platform's ladder
        lock (acknowledged) acknowledged.Add(name);
    }

    /// <summary>How many messages one undisturbed answer is.</summary>
    private async Task LearnPartsAsync()
    {
        await simulator.Zalo.SaysAsync("first", Question, CancellationToken.None);
        await simulator.Zalo.Conversation("first").WaitForAsync(1, TimeSpan.FromSeconds(20), CancellationToken.None);
        await IdleAsync();
        parts = (int)simulator.Zalo.Conversation("first").ReceivedCount;
    }

    private async Task IdleAsync()
    {
        for (var i = 0; i < 600; i++)
        {
            await using var db = database.NewContext();
            var busy = await db.Set<InboundEvent>().AnyAsync(e => e.Status == EventStatus.Pending)
                || await db.Set<OutboxMessage>().AnyAsync(m => m.Status == OutboxStatus.Planned || m.Status == OutboxStatus.Claimed || m.Status == OutboxStatus.Sending);
            if (!busy) return;
            await Task.Delay(100);
        }
        throw new TimeoutException("Events or messages still wait after a minute:\n" + service.Output);
    }

    private static string Name(int number) => "nguoi-" + number.ToString(CultureInfo.InvariantCulture);
}
