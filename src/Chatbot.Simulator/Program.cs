using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;

namespace Chatbot.Simulator;

/// <summary>The simulator as its own process: <c>--Port 5180 --Zalo:WebhookUrl http://… --Facebook:AppSecret …</c>, or the same names in
/// environment variables that begin with <c>SIMULATOR_</c>.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("SIMULATOR_").AddCommandLine(args).Build();
        var options = configuration.GetValue<bool>("HighThroughput") ? SimulatorOptions.HighThroughput() : new SimulatorOptions();
        configuration.Bind(options);
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var simulator = await SimulatorApp.StartAsync(options, CancellationToken.None);
        Console.WriteLine($"Sân thử: {simulator.Address}");
        Console.WriteLine($"Zalo__ApiBaseAddress={simulator.ZaloApiBaseAddress}");
        Console.WriteLine($"Zalo__OAuthBaseAddress={simulator.ZaloOAuthBaseAddress}");
        Console.WriteLine($"Facebook__GraphBaseAddress={simulator.GraphBaseAddress}");
        await stopping.Task;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.TrySetResult();
        }
    }
}
