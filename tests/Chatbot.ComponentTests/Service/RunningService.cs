using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Simulator.Citizens;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;
using Microsoft.EntityFrameworkCore;
using Conversation = Chatbot.Simulator.Citizens.Conversation;

namespace Chatbot.ComponentTests.Service;

/// <summary>The service in Production as its own process, both platforms as stand-ins, a real database: driven as its neighbours do.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public const string BirthQuestion = "lam giay khai sinh cho be can giay to gi";
    public const string FeeQuestion = "the phi bao nhieu";
    public const string BirthCode = "1.001193";
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private RunningService(TestDatabase database, SimulatorApp simulator, ServiceProcess process, string folder)
    {
        (Database, Simulator, Process, Folder) = (database, simulator, process, folder);
        Http = new HttpClient { BaseAddress = process.Address };
    }

    public TestDatabase Database { get; }

    public SimulatorApp Simulator { get; }

    public ServiceProcess Process { get; }

    /// <summary>The data folder: keys, and whatever else the service writes.</summary>
    public string Folder { get; }

    public HttpClient Http { get; }

    public static async Task<RunningService> StartAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var simulator = await SimulatorApp.StartAsync(new SimulatorOptions(), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("chatbot-service-").FullName;
        var process = ServiceProcess.For(database, simulator, folder, ("Channels__AttemptTimeout", "00:00:04"));
        await process.StartAsync();
        return new RunningService(database, simulator, process, folder);
    }

    public void Undisturbed()
    {
        Simulator.Zalo.Faults.Clear();
        Simulator.Facebook.Faults.Clear();
        Simulator.Zalo.Settings.DuplicateProbability = Simulator.Facebook.Settings.DuplicateProbability = 0;
        Simulator.Zalo.Settings.Echoes = true;
    }

    /// <summary>A citizen writes on Zalo; the messages that answer this one.</summary>
    public Task<IReadOnlyList<ChatMessage>> AskOnZaloAsync(string citizen, string text) =>
        AnswersAsync(Simulator.Zalo.Conversation(citizen), () => Simulator.Zalo.SaysAsync(citizen, text, CancellationToken.None));

    /// <summary>As <see cref="AskOnZaloAsync"/>, in Messenger.</summary>
    public Task<IReadOnlyList<ChatMessage>> AskOnFacebookAsync(string citizen, string text) =>
        AnswersAsync(Simulator.Facebook.Conversation(citizen), () => Simulator.Facebook.SaysAsync(citizen, text, CancellationToken.None));

    /// <summary>What the service sends because of an act: everything that has arrived when the first message is there and nothing is left to do.</summary>
    public async Task<IReadOnlyList<ChatMessage>> AnswersAsync(Conversation talk, Func<Task> act)
    {
        var before = (int)talk.ReceivedCount;
        await act();
        await talk.WaitForAsync(before + 1, Patience, CancellationToken.None);
        await IdleAsync();
        return [.. From(talk).Skip(before)];
    }

    /// <summary>The service's messages in a conversation.</summary>
    public static IEnumerable<ChatMessage> From(Conversation talk) => talk.Messages.Where(m => m.From == ChatSide.Service);

    /// <summary>Returns when no event waits and no message is on its way.</summary>
    public async Task IdleAsync()
    {
        for (var i = 0; i < 600; i++)
        {
            await using var db = Database.NewContext();
            var busy = await db.Set<InboundEvent>().AnyAsync(e => e.Status == EventStatus.Pending)
                || await db.Set<OutboxMessage>().AnyAsync(m => m.Status == OutboxStatus.Planned || m.Status == OutboxStatus.Claimed || m.Status == OutboxStatus.Sending);
            if (!busy) return;
            await Task.Delay(100);
        }
        throw new TimeoutException("Events or messages still wait after a minute:\n" + Process.Output);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Process.DisposeAsync();
        await Simulator.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

internal static class Answer
{
    /// <summary>All parts as one text, long ones having been split.</summary>
    public static string Text(this IEnumerable<ChatMessage> messages) => string.Join('\n', messages.SelectMany(Words));

    public static IEnumerable<ChatButton> AllButtons(this IEnumerable<ChatMessage> messages) =>
        messages.SelectMany(m => m.Buttons.Concat(m.QuickReplies).Concat(m.Elements.SelectMany(e => e.Buttons)));

    private static IEnumerable<string> Words(ChatMessage message) =>
        message.Elements.SelectMany(e => new[] { e.Title, e.Subtitle }).Prepend(message.Text).Where(text => text.Length > 0);
}
