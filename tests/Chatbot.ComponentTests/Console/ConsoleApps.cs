using Chatbot.Persistence;
using Chatbot.Testing.Console;

namespace Chatbot.ComponentTests.Console;

/// <summary>One service per database for all tests of the collection; each test brings its own people.</summary>
public sealed class ConsoleApps : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, ConsoleApp> running = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task<ConsoleApp> OnAsync(DatabaseKind kind) =>
        running.TryGetValue(kind, out var app) ? app : running[kind] = await ConsoleApp.StartAsync(kind);

    public async Task DisposeAsync()
    {
        foreach (var app in running.Values) await app.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class ConsoleAppsCollection : ICollectionFixture<ConsoleApps>
{
    public const string Name = "The console";
}
