using Chatbot.Web.StartUp;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Chatbot.Testing.Processes;

/// <summary>The whole service in the process of the tests, on a port of its own: ready in a second or two, where a process of its own translates its code for ten.</summary>
internal sealed class ServiceHere : IAsyncDisposable
{
    private readonly WebApplicationFactory<Roles> bare = new();
    private readonly WebApplicationFactory<Roles> factory;

    /// <param name="settings">Named as in the environment of a process; without an environment it is Production.</param>
    public ServiceHere(string folder, IReadOnlyCollection<(string Name, string Value)> settings)
    {
        var environment = settings.LastOrDefault(s => s.Name == "ASPNETCORE_ENVIRONMENT").Value ?? "Production";
        factory = bare.WithWebHostBuilder(host =>
        {
            // Without an address a server takes port 5000, and only the first of a process gets it.
            host.UseUrls("http://127.0.0.1:0").UseEnvironment(environment).UseContentRoot(folder).UseSetting("DataFolder", folder).UseSetting("Logging:LogLevel:Default", "Error")
                .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
            foreach (var (name, value) in settings) host.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
        });
        factory.UseKestrel(0);
        factory.StartServer();
    }

    public IServiceProvider Services => factory.Services;

    public Uri Address => factory.ClientOptions.BaseAddress;

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await bare.DisposeAsync();
    }
}
