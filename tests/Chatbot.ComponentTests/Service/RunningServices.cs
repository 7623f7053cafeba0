using Chatbot.Persistence;

namespace Chatbot.ComponentTests.Service;

/// <summary>One real service process per database, started by the first test that asks for it and shared by all tests of the collection.</summary>
public sealed class RunningServices : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, RunningService> running = [];

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Tests of the collection follow one another, so each finds the stand-ins as they were at the start.</summary>
    internal async Task<RunningService> OnAsync(DatabaseKind kind)
    {
        if (!running.TryGetValue(kind, out var service)) running[kind] = service = await RunningService.StartAsync(kind);
        service.Undisturbed();
        return service;
    }

    public async Task DisposeAsync()
    {
        foreach (var service in running.Values) await service.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class RunningServicesCollection : ICollectionFixture<RunningServices>
{
    public const string Name = "The running service";
}
