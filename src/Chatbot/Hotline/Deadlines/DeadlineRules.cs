using System.Globalization;
using Chatbot.Hotline.Cases;
using CsvHelper;
using CsvHelper.Configuration.Attributes;

namespace Chatbot.Hotline.Deadlines;

/// <summary>The legal deadlines as dated data. Laws change: a new row with its day, never a change of an old one.</summary>
public sealed class DeadlineRules
{
    public const string FirstAnswer = "first-answer";

    private readonly IReadOnlyList<DeadlineRule> rules;

    private DeadlineRules(IReadOnlyList<DeadlineRule> rules) => this.rules = rules;

    /// <summary>The table that ships with the library.</summary>
    public static DeadlineRules Shipped { get; } = ReadShipped();

    public IReadOnlyList<DeadlineRule> All => rules;

    /// <returns>Null: no law that we know sets a deadline for this kind on that day.</returns>
    public DeadlineRule? InForce(CaseKind? kind, DateOnly day) =>
        rules.Where(r => r.Kind == kind && r.IsInForce(day)).MaxBy(r => r.ValidFrom);

    /// <returns>Null: no rule has this id (any more).</returns>
    public DeadlineRule? Find(string id) => rules.FirstOrDefault(r => r.Id == id);

    public static DeadlineRules Read(TextReader file)
    {
        using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
        return new DeadlineRules([.. csv.GetRecords<Row>().Select(row => row.ToRule())]);
    }

    private static DeadlineRules ReadShipped()
    {
        using var stream = typeof(DeadlineRules).Assembly.GetManifestResourceStream("Chatbot.Hotline.deadlines.csv")
            ?? throw new InvalidOperationException("deadlines.csv is not embedded");
        using var file = new StreamReader(stream);
        return Read(file);
    }

    private sealed record Row
    {
        [Name("id")] public string Id { get; init; } = "";

        [Name("kind")] public string Kind { get; init; } = "";

        [Name("count")] public int Count { get; init; }

        [Name("unit")] public SpanUnit Unit { get; init; }

        [Name("start")] public string Start { get; init; } = "";

        [Name("basis")] public string Basis { get; init; } = "";

        [Name("extension")] public int? Extension { get; init; }

        [Name("most_extensions")] public int? MostExtensions { get; init; }

        [Name("extension_basis")] public string ExtensionBasis { get; init; } = "";

        [Name("from")] public DateOnly From { get; init; }

        [Name("until")] public DateOnly? Until { get; init; }

        [Name("check")] public string Check { get; init; } = "";

        public DeadlineRule ToRule() => new(Id, Kind.Length == 0 ? null : Enum.Parse<CaseKind>(Kind), new Span(Count, Unit), Basis, From, Until)
        {
            Start = Start, MustBeChecked = Check == "yes", MostExtensions = MostExtensions ?? 0, ExtensionBasis = ExtensionBasis,
            Extension = Extension is { } count ? new Span(count, Unit) : null,
        };
    }
}
