using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Web.StartUp;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.BrowserTests.Console;

/// <summary>The whole service in this process, on a port for a real browser, with a clock that can be set ahead; its jobs run when the test says so.</summary>
internal sealed class VirtualApp : IAsyncDisposable
{
    private readonly WebApplicationFactory<Roles> bare;
    private readonly WebApplicationFactory<Roles> factory;
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-virtual-").FullName;

    private VirtualApp(TestDatabase database, (string Name, string Value)[] settings)
    {
        Database = database;
        bare = new WebApplicationFactory<Roles>();
        factory = bare.WithWebHostBuilder(host => With(host, settings)
            .UseUrls("http://127.0.0.1:0").UseEnvironment("Production").UseContentRoot(folder).UseSetting("DataFolder", folder).UseSetting("Roles", settings.Any(setting => setting.Name == "Roles") ? settings.First(setting => setting.Name == "Roles").Value : "web").UseSetting("Logging:LogLevel:Default", "Error").UseSetting("ConnectionStrings:Chatbot", database.ConnectionString)
            .UseSetting("Officials:TwoFactorFor", "None").UseSetting("Officials:SignInsPerMinute", "1000").UseSetting("Officials:SessionIdle", "7.00:00:00")
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock)));
        factory.UseKestrel(0);
        factory.StartServer();
    }

    public VirtualClock Clock { get; } = new();

    public TestDatabase Database { get; }

    public IServiceProvider Services => factory.Services;

    public Uri Address => factory.ClientOptions.BaseAddress;

    /// <param name="settings">Beside the usual ones, and before them.</param>
    public static async Task<VirtualApp> StartAsync(params (string Name, string Value)[] settings) => new(await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite), settings);

    private static IWebHostBuilder With(IWebHostBuilder host, (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings) host.UseSetting(name, value);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await bare.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Runs as the real one does, and ahead of it by what was set.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void MoveTo(DateTimeOffset time) => ahead += time - GetUtcNow();
}
