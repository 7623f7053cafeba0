using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue.Import;

/// <summary>Brings the rows of a file into the catalogue, in chunks of one transaction each.</summary>
/// <remarks>
/// Importing the same file twice changes nothing, so dying half-way is repaired by importing again. A row that cannot be used is reported and
/// the rest goes on. What the file no longer has is reported and kept: withdrawing a procedure is a person's decision.
/// </remarks>
public sealed class CatalogueImport(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    private const int ChunkSize = 250;
    private const int MostGone = 2_000;   // listed one by one; all are counted

    public Task<ImportReport> ProceduresAsync(
        ImportRequest request, IAsyncEnumerable<CatalogueRow<Procedure>> rows, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        RunAsync(EntryKinds.Procedures, request, rows, progress, ct);

    public Task<ImportReport> FaqAsync(
        ImportRequest request, IAsyncEnumerable<CatalogueRow<FaqEntry>> rows, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        RunAsync(EntryKinds.Faq, request, rows, progress, ct);

    /// <summary>Enters the run before its rows come, so that somebody can follow it from the first moment.</summary>
    public async Task<ImportRequest> BeginAsync(ImportKind kind, ImportRequest request, CancellationToken ct)
    {
        await SaveAsync(db => db.Add(Run(kind, request)), ct);
        return request with { IsBegun = true };
    }

    /// <summary>Ends a run whose file could not be read to its end; what was read of it stays.</summary>
    public async Task BreakOffAsync(Guid runId, string problem, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        using var pass = await gate.EnterAsync(ct);
        var now = clock.GetUtcNow();
        await db.Set<ImportRun>().Where(r => r.Id == runId).ExecuteUpdateAsync(set => set.SetProperty(r => r.FinishedAt, now).SetProperty(r => r.LeftOut, r => r.LeftOut + 1), ct);
        db.Add(Stored(new RowProblem(0, "", "", problem) { LeftOut = true }, runId));
        await db.SaveChangesAsync(ct);
    }

    private ImportRun Run(ImportKind kind, ImportRequest request) => new()
    {
        Id = request.RunId, UnitId = request.UnitId, Kind = kind, Source = request.Source, FileName = request.FileName, StartedAt = clock.GetUtcNow(),
    };

    private async Task<ImportReport> RunAsync<TEntry, TVersion>(
        EntryKind<TEntry, TVersion> kind, ImportRequest request, IAsyncEnumerable<CatalogueRow<TEntry>> rows, IProgress<ImportProgress>? progress, CancellationToken ct)
        where TEntry : class
        where TVersion : class, IContentVersion
    {
        var run = Run(kind.Kind, request);
        var report = new ImportReport(run);
        if (!request.IsBegun) await SaveAsync(db => db.Add(run), ct);
        var state = new ImportState<TEntry, TVersion>(kind, report, await KnownAsync<TVersion>(request.UnitId, ct), Today());
        await foreach (var chunk in rows.Chunk(ChunkSize).WithCancellation(ct))
        {
            await WriteAsync(state, chunk, ct);
            progress?.Report(new ImportProgress(run.Rows, run.Added, run.Amended, run.Unchanged, run.LeftOut));
        }
        report.Finish(state.Missed(request.Source), clock.GetUtcNow());
        await SaveAsync(db =>
        {
            db.Update(run);
            db.AddRange(report.Gone.Take(MostGone).Select(code => Stored(new RowProblem(0, code, "", "Không còn trong tệp này; giữ nguyên, chờ cán bộ quyết định"), run.Id)));
        }, ct);
        return report;
    }

    private async Task WriteAsync<TEntry, TVersion>(ImportState<TEntry, TVersion> state, CatalogueRow<TEntry>[] rows, CancellationToken ct)
        where TEntry : class
        where TVersion : class, IContentVersion
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var plan = state.Plan(rows, clock.GetUtcNow());
        var before = await ContentsAsync<TVersion>(db, plan, ct);
        using (await gate.EnterAsync(ct))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            foreach (var amended in plan.Amended) await SupersedeAsync<TVersion>(db, amended.Known.Id, amended.From, ct);
            foreach (var seen in plan.SeenAgain) await TouchAsync<TVersion>(db, seen.Id, seen.On, ct);
            db.AddRange(plan.New);
            db.AddRange(plan.Problems.Select(p => Stored(p, state.Report.Run.Id)));
            await db.SaveChangesAsync(ct);
            await NoteProgressAsync(db, state.Report.Run, plan.Amended.Count, ct);
            await transaction.CommitAsync(ct);
        }
        foreach (var amended in plan.Amended)
            state.Report.Add(new Amendment(amended.Code, FieldChanges.Between(before[amended.Known.Id], amended.Content)));
    }

    private async Task<Dictionary<string, KnownVersion>> KnownAsync<TVersion>(Guid unitId, CancellationToken ct)
        where TVersion : class, IContentVersion
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var versions = await db.Set<TVersion>().Where(v => v.UnitId == unitId)
            .Select(v => new KnownVersion(v.Id, v.Code, v.Version, v.ContentHash, v.Source, v.SourceDate)).ToListAsync(ct);
        return versions.GroupBy(v => v.Code).ToDictionary(same => same.Key, same => same.MaxBy(v => v.Version)!);
    }

    private static async Task<Dictionary<Guid, string>> ContentsAsync<TVersion>(ChatbotDb db, ImportPlan<TVersion> plan, CancellationToken ct)
        where TVersion : class, IContentVersion
    {
        var ids = plan.Amended.Select(a => a.Known.Id).ToList();
        if (ids.Count == 0) return [];
        return await db.Set<TVersion>().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Content, ct);
    }

    private static Task SupersedeAsync<TVersion>(ChatbotDb db, Guid id, DateOnly from, CancellationToken ct)
        where TVersion : class, IContentVersion =>
        db.Set<TVersion>().Where(v => v.Id == id).ExecuteUpdateAsync(set => set.SetProperty(v => v.SupersededOn, from), ct);

    private static Task TouchAsync<TVersion>(ChatbotDb db, Guid id, DateOnly on, CancellationToken ct)
        where TVersion : class, IContentVersion =>
        db.Set<TVersion>().Where(v => v.Id == id).ExecuteUpdateAsync(set => set.SetProperty(v => v.SourceDate, on), ct);

    // So that an open page, served by any process, can tell how far it is; the figures are final when the run has finished.
    private Task NoteProgressAsync(ChatbotDb db, ImportRun run, int amended, CancellationToken ct)
    {
        var now = run.ProgressedAt = clock.GetUtcNow();
        return db.Set<ImportRun>().Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Rows, run.Rows).SetProperty(r => r.Added, run.Added).SetProperty(r => r.Amended, run.Amended + amended)
            .SetProperty(r => r.Unchanged, run.Unchanged).SetProperty(r => r.LeftOut, run.LeftOut).SetProperty(r => r.ProgressedAt, now), ct);
    }

    private async Task SaveAsync(Action<ChatbotDb> change, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        change(db);
        using (await gate.EnterAsync(ct)) await db.SaveChangesAsync(ct);
    }

    private static ImportProblem Stored(RowProblem p, Guid importId) =>
        new() { ImportId = importId, Row = p.Row, Code = p.Code, Field = p.Field, Problem = p.Problem, LeftOut = p.LeftOut };

    private DateOnly Today() => VietnamDay.Of(clock.GetUtcNow());
}

/// <param name="Source">Where the rows come from, in words that stay the same from import to import.</param>
/// <param name="FileName">Shown in the report; without folders.</param>
public sealed record ImportRequest(Guid UnitId, string Source, string FileName)
{
    /// <summary>Id of the run, for whoever wants to follow it.</summary>
    public Guid RunId { get; init; } = Guid.CreateVersion7();

    /// <summary>The run is entered already.</summary>
    internal bool IsBegun { get; init; }
}
