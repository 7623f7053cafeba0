using System.Globalization;
using Chatbot.Hotline;
using Chatbot.Persistence;
using Chatbot.Web.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Cli;

/// <summary>What waits for an official: <c>handover list</c>, <c>handover close CODE</c>. Database and keys are those of <c>ConnectionStrings__Chatbot</c> and <c>Secrets__KeysFolder</c>.</summary>
public static class HandoverVerb
{
    private const string Usage = "Cách dùng: handover list | handover close MÃ";

    public static int Run(string[] args) => RunAsync(args, Console.Out, CancellationToken.None).GetAwaiter().GetResult();

    /// <returns>0: done; 1: there is no such open matter; 2: wrong call.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddPersistence().AddSecrets();
        builder.Services.AddSingleton<CloseHandover>();
        using var host = builder.Build();
        var handovers = host.Services.GetRequiredService<CloseHandover>();
        return args switch
        {
            ["list"] => await ListAsync(handovers, host.Services.GetRequiredService<ISecretBox>(), output, ct),
            ["close", var code] => Tell(await handovers.CloseAsync(code, ct), code, output),
            _ => Refuse(output),
        };
    }

    /// <summary>A line a matter: code, why, opened, due, channel, account, the platform's id of the citizen, the question.</summary>
    public static async Task<int> ListAsync(CloseHandover handovers, ISecretBox box, TextWriter output, CancellationToken ct)
    {
        foreach (var open in await handovers.OpenAsync(ct)) await output.WriteLineAsync(Line(open, box));
        return 0;
    }

    private static string Line(OpenHandover open, ISecretBox box)
    {
        var handover = open.Handover;
        return string.Join('\t', TrackingCode.Show(handover.TrackingCode), handover.Kind, Local(handover.OpenedAt), handover.DueAt is { } due ? Local(due) : "-",
            open.Channel, open.AccountName, open.CitizenId, Question(handover, box));
    }

    // One line, whatever the citizen typed.
    private static string Question(Handover handover, ISecretBox box)
    {
        if (handover.Question.Length == 0) return "(người dân chưa viết câu hỏi)";
        return box.UnprotectText(handover.Question) is { } words
            ? string.Join(' ', words.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            : "(không giải mã được: thiếu khóa)";
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
