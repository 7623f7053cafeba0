using System.Globalization;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
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
        builder.AddPersistence().AddSecrets().AddHotline();
        using var host = builder.Build();
        var services = host.Services;
        return args switch
        {
            ["list"] => await ListAsync(services.GetRequiredService<ListOpenCases>(), services.GetRequiredService<ISecretBox>(), output, ct),
            ["close", var code] => Tell(await services.GetRequiredService<CloseCase>().CloseAsync(code, ct), code, output),
            _ => Refuse(output),
        };
    }

    /// <summary>A line a matter: code, why, opened, due, channel, account, the platform's id of the citizen, the question.</summary>
    public static async Task<int> ListAsync(ListOpenCases cases, ISecretBox box, TextWriter output, CancellationToken ct)
    {
        foreach (var open in await cases.ListAsync(ct)) await output.WriteLineAsync(Line(open, box));
        return 0;
    }

    private static string Line(OpenCase open, ISecretBox box)
    {
        var matter = open.Case;
        return string.Join('\t', TrackingCode.Show(matter.TrackingCode), matter.Origin, Local(matter.OpenedAt), matter.DueAt is { } due ? Local(due) : "-",
            matter.Channel, open.AccountName, open.CitizenId, Question(matter, box));
    }

    // One line, whatever the citizen typed.
    private static string Question(Case matter, ISecretBox box)
    {
        if (matter.Question.Length == 0) return "(người dân chưa viết câu hỏi)";
        return box.UnprotectText(matter.Question) is { } words
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
