using System.Globalization;
using Chatbot.Hotline;
using Chatbot.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Cli;

/// <summary>What waits for an official: <c>handover list</c>, <c>handover close CODE</c>. The database is that of <c>ConnectionStrings__Chatbot</c>.</summary>
public static class HandoverVerb
{
    private const string Usage = "Cách dùng: handover list | handover close MÃ";

    public static int Run(string[] args) => RunAsync(args, Console.Out, CancellationToken.None).GetAwaiter().GetResult();

    /// <returns>0: done; 1: there is no such open matter; 2: wrong call.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddPersistence();
        builder.Services.AddSingleton<CloseHandover>();
        using var host = builder.Build();
        var handovers = host.Services.GetRequiredService<CloseHandover>();
        return args switch
        {
            ["list"] => await ListAsync(handovers, output, ct),
            ["close", var code] => Tell(await handovers.CloseAsync(code, ct), code, output),
            _ => Refuse(output),
        };
    }

    private static async Task<int> ListAsync(CloseHandover handovers, TextWriter output, CancellationToken ct)
    {
        foreach (var handover in await handovers.OpenAsync(ct))
        {
            var due = handover.DueAt is { } at ? Local(at) : "-";
            await output.WriteLineAsync($"{TrackingCode.Show(handover.TrackingCode)}\t{handover.Kind}\t{Local(handover.OpenedAt)}\t{due}");
        }
        return 0;
    }

    private static int Tell(Closing closing, string code, TextWriter output)
    {
        output.WriteLine(closing switch
        {
            Closing.Done => $"Đã đóng {code}; trợ lý trả lời người dân này trở lại.",
            Closing.WasClosed => $"{code} đã đóng từ trước.",
            Closing.Unknown => $"Không có việc nào mang mã {code}.",
            _ => $"{code} không phải mã tra cứu.",
        });
        return closing == Closing.Done ? 0 : 1;
    }

    private static int Refuse(TextWriter output)
    {
        output.WriteLine(Usage);
        return 2;
    }

    private static string Local(DateTimeOffset time) => WorkingCalendar.Local(time).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
}
