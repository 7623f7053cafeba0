using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Simulator.Citizens;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Processes;

/// <summary>Two real processes on one PostgreSQL: they share the conversations, wake each other, and take over from each other without a loss, a double or a swap.</summary>
public sealed class TwoProcessesTests
{
    /// <summary>Sweeping is rarer than any wait below: what is answered in time was announced.</summary>
    private const string RareSweep = "00:01:00";

    private static readonly string[] Questions = ["phí đăng ký kết hôn bao nhiêu", "cảm ơn nhé", "đăng ký khai sinh cần giấy tờ gì", "xin chào", "gia hạn tạm trú mất mấy ngày"];

    [PostgresFact]
    public async Task They_share_the_conversations_and_wake_each_other()
    {
        await using var pair = await Pair.StartAsync(lease: "00:00:10");
        var citizens = Citizens(80);
        foreach (var citizen in citizens) await pair.WriteAsync(citizen, Questions[0]);   // to the first process only
        foreach (var citizen in citizens) await pair.ReceivedAsync(citizen, 1, TimeSpan.FromSeconds(10));
        await using var db = pair.Database.NewContext();
        Assert.Equal(2, await db.Set<OutboxMessage>().Select(m => m.LeaseOwner).Distinct().CountAsync());
    }

    [PostgresFact]
    public async Task A_process_that_is_stopped_hands_over_at_once_and_every_talk_keeps_its_order()
    {
        // The lease outlasts the patience below: only a proper good-bye can give the shares to the other one.
        await using var pair = await Pair.StartAsync(lease: "00:00:20");
        var parts = await pair.LearnPartsAsync(Questions);
        var citizens = Citizens(30);
        var writing = Task.WhenAll(citizens.Select(citizen => pair.TalkAsync(citizen, Questions)));
        await Task.Delay(150);
        Assert.Equal(0, await pair.Second.StopAsync());
        await writing;
        foreach (var citizen in citizens) await pair.ReceivedAsync(citizen, parts.Count, TimeSpan.FromSeconds(12));
        await pair.RestAsync();
        foreach (var citizen in citizens) Assert.Equal(parts, pair.Texts(citizen));
        await using var db = pair.Database.NewContext();
        Assert.False(await db.Set<OutboxMessage>().AnyAsync(m => m.Status != OutboxStatus.Sent));
    }

    [PostgresFact]
    public async Task What_a_killed_process_left_is_answered_by_the_other_in_its_order()
    {
        await using var pair = await Pair.StartAsync(lease: "00:00:02");
        var parts = await pair.LearnPartsAsync(Questions);
        var citizens = Citizens(30);
        var writing = Task.WhenAll(citizens.Select(citizen => pair.TalkAsync(citizen, Questions)));
        await Task.Delay(150);
        await pair.Second.KillAsync();
        await writing;
        await pair.RestAsync();
        await using var db = pair.Database.NewContext();
        var unknown = (await db.Set<OutboxMessage>().Where(m => m.Status == OutboxStatus.Unknown).Select(m => m.CitizenId).ToListAsync()).ToHashSet();
        foreach (var citizen in citizens)
        {
            var received = pair.Texts(citizen);
            if (unknown.Contains(pair.IdOf(citizen))) Assert.Equal(received, parts.Where(received.Contains));
            else Assert.Equal(parts, received);
        }
    }

    private static string[] Citizens(int count) => [.. Enumerable.Range(1, count).Select(number => $"nguoi-{number}")];

    /// <summary>Both processes and the platform; webhooks go to the first one.</summary>
    private sealed class Pair(TestDatabase database, SimulatorApp simulator, ServiceProcess first, ServiceProcess second, string folder) : IAsyncDisposable
    {
        public TestDatabase Database => database;

        public ServiceProcess Second => second;

        public static async Task<Pair> StartAsync(string lease)
        {
            var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
            var options = SimulatorOptions.HighThroughput();
            (options.MailboxCapacity, options.FrozenAt) = (100, new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
            options.Zalo.AckDeadline = TimeSpan.FromSeconds(30);   // who waits for an answer is not what this shows
            var simulator = await SimulatorApp.StartAsync(options, CancellationToken.None);
            var folder = Directory.CreateTempSubdirectory("chatbot-pair-").FullName;
            (string, string)[] settings = [("Messaging__Lease", lease), ("Messaging__Sweep", RareSweep), ("Logging__LogLevel__Default", "Warning")];
            var second = ServiceProcess.For(database, simulator, folder, settings);
            var first = ServiceProcess.For(database, simulator, folder, settings);
            var pair = new Pair(database, simulator, first, second, folder);
            await first.StartAsync();
            await second.StartAsync();
            await pair.BalancedAsync();
            return pair;
        }

        public async Task WriteAsync(string citizen, string text)
        {
            var delivery = await simulator.Zalo.SaysAsync(citizen, text, CancellationToken.None);
            Assert.True(delivery.IsAcknowledged, first.Output);
        }

        public async Task TalkAsync(string citizen, IEnumerable<string> texts)
        {
            foreach (var text in texts)
            {
                await WriteAsync(citizen, text);
                await Task.Delay(40);
            }
        }

        public async Task ReceivedAsync(string citizen, int count, TimeSpan patience)
        {
            try
            {
                await simulator.Zalo.Conversation(citizen).WaitForAsync(count, patience, CancellationToken.None);
            }
            catch (TimeoutException late)
            {
                throw new TimeoutException($"{late.Message}\n{first.Output}\n--\n{second.Output}");
            }
        }

        public List<string> Texts(string citizen) =>
            [.. simulator.Zalo.Conversation(citizen).Messages.Where(m => m.From == ChatSide.Service).Select(m => m.Text)];

        public string IdOf(string citizen) => simulator.Zalo.Conversation(citizen).CitizenId;

        /// <summary>What one undisturbed citizen is told.</summary>
        public async Task<List<string>> LearnPartsAsync(IReadOnlyList<string> texts)
        {
            for (var i = 0; i < texts.Count; i++)
            {
                await WriteAsync("thu", texts[i]);
                await RestAsync();
            }
            return Texts("thu");
        }

        /// <summary>Nothing waits and nothing is on its way.</summary>
        public async Task RestAsync()
        {
            for (var i = 0; i < 300; i++)
            {
                await using var db = database.NewContext();
                var isBusy = await db.Set<InboundEvent>().AnyAsync(e => e.Status == EventStatus.Pending)
                    || await db.Set<OutboxMessage>().AnyAsync(m => m.Status == OutboxStatus.Planned || m.Status == OutboxStatus.Claimed || m.Status == OutboxStatus.Sending);
                if (!isBusy) return;
                await Task.Delay(100);
            }
            throw new TimeoutException($"Not at rest:\n{first.Output}\n--\n{second.Output}");
        }

        public async ValueTask DisposeAsync()
        {
            await first.DisposeAsync();
            await second.DisposeAsync();
            await simulator.DisposeAsync();
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        private async Task BalancedAsync()
        {
            for (var i = 0; i < 300; i++)
            {
                await using var db = database.NewContext();
                var owners = await db.Set<PartitionLease>().Where(l => l.Owner != "").GroupBy(l => l.Owner).Select(g => g.Count()).ToListAsync();
                if (owners.Count == 2 && owners.Max() - owners.Min() <= 1 && owners.Sum() == Partitions.Count) return;
                await Task.Delay(100);
            }
            throw new TimeoutException($"The shares were not divided:\n{first.Output}\n--\n{second.Output}");
        }
    }
}
