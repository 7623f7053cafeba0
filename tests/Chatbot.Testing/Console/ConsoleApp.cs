using Chatbot.Hotline;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chatbot.Testing.Console;

/// <summary>The whole service as its own process in Production over a database, and in this process the use cases over the same database to prepare people and units.</summary>
public sealed class ConsoleApp : IAsyncDisposable
{
    public const string Password = "mot cau de nho cua toi 42";

    private readonly IHost host;
    private readonly string folder;
    private readonly (string Name, string Value)[] settings;

    private ConsoleApp(TestDatabase database, ServiceProcess process, IHost host, string folder, (string Name, string Value)[] settings) =>
        (Database, Process, this.host, this.folder, this.settings) = (database, process, host, folder, settings);

    public TestDatabase Database { get; }

    public ServiceProcess Process { get; }

    public IServiceProvider Services => host.Services;

    /// <summary>The data folder: keys, files, and whatever else the service writes.</summary>
    public string Folder => folder;

    public Uri Address => Process.Address;

    public static async Task<ConsoleApp> StartAsync(DatabaseKind kind, params (string Name, string Value)[] settings)
    {
        var database = await TestDatabase.CreateMigratedAsync(kind);
        var folder = Directory.CreateTempSubdirectory("chatbot-console-").FullName;
        (string, string)[] all =
            [("ConnectionStrings__Chatbot", database.ConnectionString), ("Officials__SignInsPerMinute", "1000"), ("Officials__TwoFactorFor", "None"), .. settings];
        return await StartAsync(database, ServiceProcess.Bare(folder, all), folder, all);
    }

    /// <summary>As above, with both platforms played by a stand-in in this process.</summary>
    public static async Task<ConsoleApp> StartAsync(DatabaseKind kind, Simulator.SimulatorApp simulator, params (string Name, string Value)[] settings)
    {
        var database = await TestDatabase.CreateMigratedAsync(kind);
        var folder = Directory.CreateTempSubdirectory("chatbot-console-").FullName;
        (string, string)[] all = [("Officials__SignInsPerMinute", "1000"), ("Officials__TwoFactorFor", "None"), .. settings];
        return await StartAsync(database, ServiceProcess.For(database, simulator, folder, all), folder, all);
    }

    private static async Task<ConsoleApp> StartAsync(TestDatabase database, ServiceProcess process, string folder, (string, string)[] all)
    {
        await process.StartAsync();
        return new ConsoleApp(database, process, UseCases(database, folder), folder, all);
    }

    /// <summary>A second process of the same service; on PostgreSQL only.</summary>
    public async Task<ServiceProcess> StartAnotherAsync()
    {
        var process = ServiceProcess.Bare(folder, settings);
        await process.StartAsync();
        return process;
    }

    public Browser NewBrowser() => new(Address);

    /// <summary>Somebody who has chosen <see cref="Password"/>.</summary>
    public Task<Guid> AddOfficialAsync(string userName, Right rights, Guid? unitId = null) => AddOfficialAsync(Services, userName, rights, unitId);

    /// <inheritdoc cref="AddOfficialAsync(string, Right, Guid?)"/>
    public static async Task<Guid> AddOfficialAsync(IServiceProvider app, string userName, Right rights, Guid? unitId = null)
    {
        await using var scope = app.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var all = new UnitScope([unitId ?? Unit.RootId]);
        var invited = (InviteOutcome.Invited)await services.GetRequiredService<InviteOfficial>()
            .RunAsync(new NewOfficial("Cán bộ " + userName, userName, unitId ?? Unit.RootId, rights), all, CancellationToken.None);
        await services.GetRequiredService<Invitations>().AcceptAsync(invited.Token, Password, "test", CancellationToken.None);
        return invited.OfficialId;
    }

    public async Task<Unit> AddUnitAsync(string name, UnitKind kind, Guid? parentId = null)
    {
        await Services.GetRequiredService<ArrangeUnits>().AddAsync(parentId ?? Unit.RootId, name, kind, new UnitScope([parentId ?? Unit.RootId]), CancellationToken.None);
        await using var db = Database.NewContext();
        return await db.Set<Unit>().SingleAsync(u => u.Name == name);
    }

    public async Task<Browser> SignedInAsync(string userName, string password = Password)
    {
        var browser = NewBrowser();
        await browser.GetAsync("/console/sign-in");
        await browser.SubmitAsync("/console/sign-in", ("name", userName), ("password", password));
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        host.Dispose();
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static IHost UseCases(TestDatabase database, string folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:Chatbot"] = database.ConnectionString;
        builder.Configuration["DataFolder"] = folder;
        builder.AddPersistence();
        builder.AddHotline();
        Chatbot.Web.Secrets.SecretServices.AddSecrets(builder).AddOfficials();
        return builder.Build();
    }
}
