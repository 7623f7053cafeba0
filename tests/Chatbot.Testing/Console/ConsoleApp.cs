using Chatbot.Hotline;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chatbot.Testing.Console;

/// <summary>The whole service in Production over a database of its own, and its use cases to prepare people and units.</summary>
public sealed class ConsoleApp : IAsyncDisposable
{
    public const string Password = "mot cau de nho cua toi 42";

    private static readonly (string, string)[] Calm = [("Officials__SignInsPerMinute", "1000"), ("Officials__TwoFactorFor", "None")];

    private readonly IAsyncDisposable service;
    private readonly ServiceProcess? process;
    private readonly (string Name, string Value)[] settings;

    private ConsoleApp(TestDatabase database, ServiceHere here, string folder, (string, string)[] settings) =>
        (Database, service, Services, Address, Folder, this.settings) = (database, here, here.Services, here.Address, folder, settings);

    private ConsoleApp(TestDatabase database, ServiceProcess process, UseCases useCases, string folder, (string, string)[] settings) =>
        (Database, service, this.process, Services, Address, Folder, this.settings) = (database, useCases, process, useCases.Services, process.Address, folder, settings);

    public TestDatabase Database { get; }

    public IServiceProvider Services { get; }

    /// <summary>The data folder: keys, files, and whatever else the service writes.</summary>
    public string Folder { get; }

    public Uri Address { get; }

    /// <exception cref="InvalidOperationException">It runs in the process of the tests.</exception>
    public ServiceProcess Process => process ?? throw new InvalidOperationException("Only StartProcessAsync starts a process.");

    /// <summary>In the process of the tests.</summary>
    public static async Task<ConsoleApp> StartAsync(DatabaseKind kind, params (string Name, string Value)[] settings)
    {
        var (database, folder) = (await TestDatabase.CreateMigratedAsync(kind), NewFolder());
        (string, string)[] all = [("ConnectionStrings__Chatbot", database.ConnectionString), .. Calm, .. settings];
        return new ConsoleApp(database, new ServiceHere(folder, all), folder, all);
    }

    /// <summary>In the process of the tests, with both platforms played by a stand-in.</summary>
    public static async Task<ConsoleApp> StartAsync(DatabaseKind kind, SimulatorApp simulator, params (string Name, string Value)[] settings)
    {
        var (database, folder) = (await TestDatabase.CreateMigratedAsync(kind), NewFolder());
        (string, string)[] all = [.. ServiceProcess.SettingsOf(database, simulator), .. Calm, .. settings];
        var app = new ConsoleApp(database, new ServiceHere(folder, all), folder, all);
        ServiceProcess.Connect(simulator, app.Address);
        return app;
    }

    /// <summary>As its own process, for what only a process shows: what it prints, what it needs of the machine.</summary>
    public static async Task<ConsoleApp> StartProcessAsync(DatabaseKind kind, params (string Name, string Value)[] settings)
    {
        var (database, folder) = (await TestDatabase.CreateMigratedAsync(kind), NewFolder());
        (string, string)[] all = [("ConnectionStrings__Chatbot", database.ConnectionString), .. Calm, .. settings];
        var process = ServiceProcess.Bare(folder, all);
        await process.StartAsync();
        return new ConsoleApp(database, process, new UseCases(database, folder), folder, all);
    }

    /// <summary>A second process of the same service; on PostgreSQL only.</summary>
    public async Task<ServiceProcess> StartAnotherAsync()
    {
        var another = ServiceProcess.Bare(Folder, settings);
        await another.StartAsync();
        return another;
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
        if (process is not null) await process.DisposeAsync();
        await service.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("chatbot-console-").FullName;

    /// <summary>What a process of its own does not lend: its use cases, over the same database and keys.</summary>
    private sealed class UseCases : IAsyncDisposable
    {
        private readonly IHost host;

        public UseCases(TestDatabase database, string folder)
        {
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
            builder.Configuration["ConnectionStrings:Chatbot"] = database.ConnectionString;
            builder.Configuration["DataFolder"] = folder;
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            builder.AddPersistence();
            builder.AddHotline();
            Chatbot.Web.Secrets.SecretServices.AddSecrets(builder).AddOfficials();
            host = builder.Build();
        }

        public IServiceProvider Services => host.Services;

        public ValueTask DisposeAsync()
        {
            host.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
