namespace Chatbot.Catalogue.Import;

/// <summary>The newest stored version of an entry, as far as an import must know it.</summary>
internal sealed record KnownVersion(Guid Id, string Code, int Version, string Hash, string Source, DateOnly? SourceDate);

/// <summary>What one chunk will write.</summary>
internal sealed class ImportPlan<TVersion>
{
    public List<TVersion> New { get; } = [];
    public List<(KnownVersion Known, string Code, string Content, DateOnly From)> Amended { get; } = [];
    public List<(Guid Id, DateOnly On)> SeenAgain { get; } = [];
    public List<RowProblem> Problems { get; } = [];
}

/// <summary>Compares rows with what is stored and counts; touches no database.</summary>
internal sealed class ImportState<TEntry, TVersion>(
    EntryKind<TEntry, TVersion> kind, ImportReport report, Dictionary<string, KnownVersion> known, DateOnly today)
    where TEntry : class
    where TVersion : class, IContentVersion
{
    private readonly Dictionary<string, int> rowOf = [];

    public ImportReport Report => report;

    public ImportPlan<TVersion> Plan(IEnumerable<CatalogueRow<TEntry>> rows, DateTimeOffset at)
    {
        var plan = new ImportPlan<TVersion>();
        foreach (var row in rows)
        {
            report.Run.Rows++;
            plan.Problems.AddRange(row.Problems);
            if (row.Entry is not null) Plan(plan, row.Number, row.Entry, at);
        }
        foreach (var problem in plan.Problems) report.Add(problem);
        return plan;
    }

    /// <summary>Codes of this source that the file did not have, in order.</summary>
    public IReadOnlyList<string> Missed(string source) =>
        [.. known.Values.Where(k => k.Source == source && !rowOf.ContainsKey(k.Code)).Select(k => k.Code).Order(StringComparer.Ordinal)];

    private void Plan(ImportPlan<TVersion> plan, int row, TEntry entry, DateTimeOffset at)
    {
        var code = kind.Code(entry);
        if (!rowOf.TryAdd(code, row))
        {
            plan.Problems.Add(new RowProblem(row, code, "", $"Mã đã có ở dòng {rowOf[code]} của tệp này") { LeftOut = true });
            return;
        }
        var content = kind.Content(entry);
        var hash = ContentHash.Of(content);
        var before = known.GetValueOrDefault(code);
        if (before?.Hash == hash) SeenAgain(plan, before, kind.SourceDate(entry));
        else Changed(plan, row, entry, before, new Stamp(report.Run.UnitId, report.Run.Id, report.Run.Source, (before?.Version ?? 0) + 1, content, hash, at));
    }

    private void SeenAgain(ImportPlan<TVersion> plan, KnownVersion before, DateOnly? readOn)
    {
        report.Run.Unchanged++;
        if (readOn is { } day && (before.SourceDate is not { } old || day > old)) plan.SeenAgain.Add((before.Id, day));
    }

    private void Changed(ImportPlan<TVersion> plan, int row, TEntry entry, KnownVersion? before, Stamp stamp)
    {
        plan.New.Add(kind.Version(entry, stamp));
        if (before is null)
        {
            report.Run.Added++;
            return;
        }
        plan.Amended.Add((before, before.Code, stamp.Content, kind.ValidFrom(entry) ?? today));
        if (before.Source != stamp.Source)
            plan.Problems.Add(new RowProblem(row, before.Code, "", $"Thay bản đã nhập từ nguồn khác: {before.Source}"));
    }
}
