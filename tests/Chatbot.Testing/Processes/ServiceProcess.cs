using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Chatbot.Simulator;
using Chatbot.Testing.Databases;

namespace Chatbot.Testing.Processes;

/// <summary>The real service as its own process, as an operator starts it: Production, configured by environment alone, talking to a simulator.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    /// <summary>Above it, the oldest half is dropped.</summary>
    public const int LinesKept = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ProcessStartInfo start;
    private readonly List<string> output = [];
    private Process? process;

    private ServiceProcess(ProcessStartInfo start, Uri address) => (this.start, Address) = (start, address);

    public Uri Address { get; }

    public bool IsRunning => process is { HasExited: false };

    /// <summary>Of the running process.</summary>
    public int Id => process!.Id;

    /// <summary>Last lines that it printed, for the message of a failing test.</summary>
    public string Output
    {
        get
        {
            lock (output) return string.Join('\n', output.TakeLast(60));
        }
    }

    /// <summary>Everything that it printed since it was prepared, at most <see cref="LinesKept"/> lines.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (output) return [.. output];
        }
    }

    /// <summary>Resident memory in bytes.</summary>
    public long Resident
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Processor time that it has used since its start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Prepares a process on a free port and tells the simulator where it will listen.</summary>
    public static ServiceProcess For(TestDatabase database, SimulatorApp simulator, string dataFolder, params (string Name, string Value)[] settings)
    {
        var service = Bare(dataFolder, [.. SettingsOf(database, simulator), .. settings]);
        Connect(simulator, service.Address);
        return service;
    }

    /// <summary>Tells the simulator where the service listens.</summary>
    internal static void Connect(SimulatorApp simulator, Uri service)
    {
        simulator.Options.Zalo.WebhookUrl = new Uri(service, "/webhooks/zalo");
        simulator.Options.Facebook.WebhookUrl = new Uri(service, "/webhooks/facebook");
    }

    /// <summary>Prepares a process that knows only its address, its folder and these settings; without an environment it is Production.</summary>
    public static ServiceProcess Bare(string dataFolder, params (string Name, string Value)[] settings) =>
        Of(AppContext.BaseDirectory, dataFolder, settings);

    /// <param name="binaries">Folder of <c>Chatbot.Web.dll</c>, such as a published build.</param>
    public static ServiceProcess Of(string binaries, string dataFolder, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", Path.Combine(binaries, "Chatbot.Web.dll"))
        {
            WorkingDirectory = dataFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" }) start.Environment.Remove(inherited);
        foreach (var (name, value) in settings.Prepend(("DataFolder", dataFolder)).Prepend(("ASPNETCORE_URLS", address.ToString()))) start.Environment[name] = value;
        return new ServiceProcess(start, address);
    }

    /// <summary>Starts it and returns when it can store events.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        // A process that does not come at all is a defect; a slow one on a busy machine is not.
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience;)
        {
            if (process.HasExited) throw new InvalidOperationException($"The service ended with {process.ExitCode}:\n{Output}");
            if (await IsReadyAsync()) return;
            await Task.Delay(50);
        }
        throw new TimeoutException($"The service was not ready after {Patience}:\n" + Output);
    }

    /// <summary>Development: where "Sân thử" is, as the process prints it for a person.</summary>
    public async Task<Uri> TryOutAddressAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience;)
        {
            var line = Lines.FirstOrDefault(l => l.Contains("Sân thử", StringComparison.Ordinal));
            if (line is not null) return new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
            await Task.Delay(50);
        }
        throw new TimeoutException("No address of Sân thử was printed:\n" + Output);
    }

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        if (!IsRunning) return;
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: it hangs, as a machine does that is out of memory or being moved.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    /// <summary>SIGCONT: it goes on where it was, without knowing that time has passed.</summary>
    public Task ThawAsync() => SignalAsync("-CONT");

    /// <summary>SIGTERM, as systemd and Docker stop it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await SignalAsync("-TERM");
        await process!.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process?.Dispose();
        http.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            return (await http.GetAsync(new Uri(Address, "/health/ready"))).IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (output)
        {
            output.Add(line);
            if (output.Count > LinesKept) output.RemoveRange(0, LinesKept / 2);
        }
    }

    internal static IEnumerable<(string, string)> SettingsOf(TestDatabase database, SimulatorApp simulator)
    {
        var (zalo, facebook) = (simulator.Options.Zalo, simulator.Options.Facebook);
        return
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("ConnectionStrings__Chatbot", database.ConnectionString),
            ("Zalo__AppId", zalo.AppId), ("Zalo__AppSecret", zalo.AppSecret), ("Zalo__OaSecretKey", zalo.OaSecretKey),
            ("Zalo__ApiBaseAddress", simulator.ZaloApiBaseAddress.ToString()), ("Zalo__OAuthBaseAddress", simulator.ZaloOAuthBaseAddress.ToString()),
            ("Zalo__Accounts__0__OaId", zalo.Accounts[0].OaId), ("Zalo__Accounts__0__AccessToken", zalo.Accounts[0].AccessToken),
            ("Zalo__Accounts__0__RefreshToken", zalo.Accounts[0].RefreshToken),
            ("Facebook__AppId", facebook.AppId), ("Facebook__AppSecret", facebook.AppSecret), ("Facebook__VerifyToken", facebook.VerifyToken),
            ("Facebook__GraphBaseAddress", simulator.GraphBaseAddress.ToString()),
            ("Facebook__Pages__0__PageId", facebook.Pages[0].PageId), ("Facebook__Pages__0__AccessToken", facebook.Pages[0].AccessToken),
        ];
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
