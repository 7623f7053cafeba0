using Chatbot.Web.StartUp;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Testing.Processes;

/// <summary>The whole service in the process of the tests, on a port of its own: ready in a second or two, where a process of its own translates its code for ten.</summary>
public sealed class ServiceHere : IAsyncDisposable
{
    private readonly WebApplicationFactory<Roles> bare = new();
    private readonly WebApplicationFactory<Roles> factory;

    /// <param name="folder">The data folder.</param>
    /// <param name="settings">Named as in the environment of a process; without an environment it is Production.</param>
    /// <param name="clock">Null: the machine's.</param>
    public ServiceHere(string folder, IReadOnlyCollection<(string Name, string Value)> settings, TimeProvider? clock = null)
    {
        var environment = settings.LastOrDefault(s => s.Name == "ASPNETCORE_ENVIRONMENT").Value ?? "Production";
        factory = bare.WithWebHostBuilder(host =>
        {
            // Without an address a server takes port 5000, and only the first of a process gets it.
            host.UseUrls("http://127.0.0.1:0").UseEnvironment(environment).UseContentRoot(folder).UseSetting("DataFolder", folder).UseSetting("Logging:LogLevel:Default", "Error")
                .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
            foreach (var (name, value) in settings) host.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
            if (clock is not null) host.ConfigureTestServices(services => services.AddSingleton(clock));
        });
        factory.UseKestrel(0);
        factory.StartServer();
    }

    public IServiceProvider Services => factory.Services;

    public Uri Address => factory.ClientOptions.BaseAddress;

    /// <summary>The service's own program stops and disposes of itself when it is told to; the factory wants to do the same and must come second.</summary>
    public async ValueTask DisposeAsync()
    {
        var lifetime = Services.GetRequiredService<IHostApplicationLifetime>();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (lifetime.ApplicationStopped.Register(stopped.SetResult))
        {
            lifetime.StopApplication();
            await stopped.Task.WaitAsync(TimeSpan.FromMinutes(2));
        }
        try
        {
            await factory.DisposeAsync();
        }
        catch (Exception error) when (error is ObjectDisposedException || error is AggregateException { InnerExceptions: var all } && all.All(e => e is ObjectDisposedException))
        {
            // It was quicker.
        }
        await bare.DisposeAsync();
    }
}
