namespace Chatbot.Catalogue.Import;

/// <summary>What an import did: the figures of its <see cref="ImportRun"/>, and what they consist of.</summary>
public sealed class ImportReport(ImportRun run)
{
    private readonly List<RowProblem> problems = [];
    private readonly List<Amendment> amendments = [];

    public ImportRun Run => run;

    public IReadOnlyList<RowProblem> Problems => problems;

    public IReadOnlyList<Amendment> Amendments => amendments;

    /// <summary>Codes that this source had before and this file has not.</summary>
    public IReadOnlyList<string> Gone { get; private set; } = [];

    public TimeSpan Duration => (run.FinishedAt ?? run.StartedAt) - run.StartedAt;

    internal void Add(RowProblem problem)
    {
        problems.Add(problem);
        if (problem.LeftOut) run.LeftOut++;
    }

    internal void Add(Amendment amendment)
    {
        amendments.Add(amendment);
        run.Amended++;
    }

    internal void Finish(IReadOnlyList<string> gone, DateTimeOffset at)
    {
        Gone = gone;
        run.Gone = gone.Count;
        run.FinishedAt = at;
    }
}

/// <summary>An entry that changed, member by member.</summary>
public sealed record Amendment(string Code, IReadOnlyList<FieldChange> Changes);

/// <summary>How far an import is; the total is not known while the file streams.</summary>
public sealed record ImportProgress(int Rows, int Added, int Amended, int Unchanged, int LeftOut);
