using Chatbot.Persistence;
using Chatbot.Testing.Console;

namespace Chatbot.BrowserTests.Console;

/// <summary>One service for the tests of a class; each brings people, and where it counts a unit, of its own.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    private ConsoleApp? app;

    public async Task<ConsoleApp> StartedAsync() => app ??= await ConsoleApp.StartAsync(DatabaseKind.Sqlite);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }
}
