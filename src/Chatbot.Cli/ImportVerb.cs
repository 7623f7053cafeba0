using System.Diagnostics;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;
using Chatbot.Catalogue.Import.Tables;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Cli;

/// <summary><c>import FILE [--faq] [--database CONNECTION] [--source NAME] [--report FILE.csv]</c>, or <c>import --template csv|xlsx [--faq] [--output FILE]</c>.</summary>
public static class ImportVerb
{
    private const string Portal = "Cổng Dịch vụ công quốc gia";
    private const string OwnFile = "Tệp của đơn vị";

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args);
        if (arguments.Has("template")) return WriteTemplate(arguments);
        if ((arguments.Get("") ?? arguments.Get("faq")) is not { } path) return Usage();
        if (!File.Exists(path)) return Fail($"Không có tệp {path}");
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };
        try
        {
            return ImportAsync(arguments, path, stop.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return Fail("Đã dừng. Các dòng đã nhập vẫn còn; chạy lại lệnh này để nhập nốt.");
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or InvalidOperationException)
        {
            return Fail(broken.Message);
        }
    }

    private static async Task<int> ImportAsync(Arguments arguments, string path, CancellationToken ct)
    {
        using var host = Build(arguments.Get("database"));
        var databases = host.Services.GetRequiredService<IDbContextFactory<ChatbotDb>>();
        await using (var db = await databases.CreateDbContextAsync(ct)) await db.Database.MigrateAsync(ct);
        var import = host.Services.GetRequiredService<CatalogueImport>();
        var shares = new SectionShares();
        var watch = Stopwatch.StartNew();
        var request = new ImportRequest(Unit.RootId, arguments.Get("source") ?? DefaultSource(path), Path.GetFileName(path));
        var progress = new ProgressLine(Console.Error);
        var report = arguments.Has("faq")
            ? await import.FaqAsync(request, ImportFile.FaqAsync(path, ct), progress, ct)
            : await import.ProceduresAsync(request, ImportFile.ProceduresAsync(path, shares, ct), progress, ct);
        progress.End();
        ImportReportText.Write(Console.Out, report, shares, watch.Elapsed);
        if (arguments.Get("report") is { } file) ImportReportFile.Write(file, report);
        return 0;
    }

    private static IHost Build(string? connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables();
        if (connection is not null) builder.Configuration[ConnectionText.Setting] = connection;
        builder.AddPersistence().AddCatalogue();
        return builder.Build();
    }

    private static int WriteTemplate(Arguments arguments)
    {
        var format = arguments.Get("template")?.ToLowerInvariant();
        if (format is not ("csv" or "xlsx")) return Usage();
        var columns = arguments.Has("faq") ? FaqColumns.All : ProcedureColumns.All;
        var path = arguments.Get("output") ?? (arguments.Has("faq") ? $"mau-cau-hoi.{format}" : $"mau-thu-tuc.{format}");
        using var file = File.Create(path);
        if (format == "csv") CsvTable.WriteTemplate(file, columns);
        else XlsxTemplate.Write(file, columns);
        Console.Out.WriteLine($"Đã ghi tệp mẫu {path}");
        return 0;
    }

    private static string DefaultSource(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".xlsx" ? OwnFile : Portal;

    private static int Usage() => Fail(
        "Usage: import FILE [--faq] [--database CONNECTION] [--source NAME] [--report FILE.csv] | import --template csv|xlsx [--faq] [--output FILE]", 2);

    private static int Fail(string message, int code = 1)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
