using System.Threading.Channels;
using Chatbot.Catalogue.Import;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Reads files that were sent from a browser, one after the other, while their pages show how far it is.</summary>
/// <remarks>Dying half-way leaves an unfinished run, which its page says after a while; sending the file again is safe and repairs it.</remarks>
internal sealed class ImportQueue(
    CatalogueImport import, AuditTrail trail, IDbContextFactory<ChatbotDb> databases, WriteGate gate, IConfiguration configuration, TimeProvider clock, ILogger<ImportQueue> logger) : BackgroundService
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);
    private readonly Channel<ImportOrder> orders = Channel.CreateUnbounded<ImportOrder>();

    public string Folder { get; } = Path.Combine(DataFolder.Of(configuration[DataFolder.Setting]), "imports");

    /// <summary>Keeps the file and enters its run; from then on the run has a page.</summary>
    /// <returns>Id of the run.</returns>
    public async Task<Guid> AcceptAsync(ImportKind kind, ImportRequest request, IFormFile file, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, request.RunId.ToString("N") + EndingOf(file.FileName));
        await using (var kept = File.Create(path)) await file.CopyToAsync(kept, ct);
        orders.Writer.TryWrite(new ImportOrder(kind, await import.BeginAsync(kind, request, ct), path, Actor.Current));
        return request.RunId;
    }

    /// <returns>Empty: none of those that are read.</returns>
    public static string EndingOf(string fileName)
    {
        string[] endings = [".jsonl.gz", ".jsonl", ".csv", ".xlsx"];
        return endings.FirstOrDefault(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase), "");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ForgetOld();
        await foreach (var order in orders.Reader.ReadAllAsync(stoppingToken)) await ReadAsync(order, stoppingToken);
    }

    private async Task ReadAsync(ImportOrder order, CancellationToken ct)
    {
        Actor.Is(order.By);
        try
        {
            var report = order.Kind == ImportKind.Faq
                ? await import.FaqAsync(order.Request, ImportFile.FaqAsync(order.Path, ct), progress: null, ct)
                : await import.ProceduresAsync(order.Request, ImportFile.ProceduresAsync(order.Path, shares: null, ct), progress: null, ct);
            await EnterAsync(order, report.Run, ct);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            logger.ImportBroken(broken, order.Request.RunId);
            await import.BreakOffAsync(order.Request.RunId, broken is DbUpdateException ? CatalogueTexts.ImportDisturbed : CatalogueTexts.FileUnreadable, ct);
        }
        finally
        {
            File.Delete(order.Path);
        }
    }

    private async Task EnterAsync(ImportOrder order, ImportRun run, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await trail.AppendAsync(db, new AuditRecord("catalogue.imported", "import_run", run.Id.ToString(), order.Request.UnitId)
        {
            Details = new Dictionary<string, object?> { ["added"] = run.Added, ["amended"] = run.Amended, ["left_out"] = run.LeftOut },
        }, ct);
    }

    // Left by a process that was killed.
    private void ForgetOld()
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var file in Directory.EnumerateFiles(Folder))
            if (clock.GetUtcNow() - File.GetLastWriteTimeUtc(file) > Forgotten) File.Delete(file);
    }
}
