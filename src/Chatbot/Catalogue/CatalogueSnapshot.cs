using Chatbot.Catalogue.Phrases;

namespace Chatbot.Catalogue;

/// <summary>What the catalogue says of one code on the snapshot's day.</summary>
/// <param name="Asked">The entry of the code itself.</param>
/// <param name="Answer">The entry to answer from: the same, or what took its place; null: it is out of force and nothing took its place.</param>
public sealed record FoundProcedure(Stored<Procedure> Asked, Stored<Procedure>? Answer)
{
    public bool WasReplaced => Answer is not null && Answer.Entry.Code != Asked.Entry.Code;
}

/// <summary>The catalogue on one day, immutable and in memory: the only thing that answers read.</summary>
public sealed class CatalogueSnapshot
{
    public static readonly CatalogueSnapshot Empty = Build(CatalogueContent.Empty, DateOnly.MinValue, "empty");

    private readonly Dictionary<string, Stored<Procedure>> all;
    private readonly Dictionary<string, IReadOnlyList<string>> groupOf;
    private readonly Dictionary<string, Stored<FaqEntry>> faqs;

    /// <summary>The same entries with other phrases.</summary>
    private CatalogueSnapshot(CatalogueSnapshot same, IReadOnlyList<TaughtPhrase> phrases, string version)
    {
        (all, groupOf, faqs, Day, Version) = (same.all, same.groupOf, same.faqs, same.Day, version);
        (Procedures, Groups, Faqs, Answers, Offices, Phrases) = (same.Procedures, same.Groups, same.Faqs, same.Answers, same.Offices, phrases);
        var copies = same.Units.Values.Distinct().ToDictionary(unit => unit, unit => new CatalogueSnapshot(unit, phrases, version));
        Units = same.Units.ToDictionary(unit => unit.Key, unit => copies[unit.Value]);
    }

    /// <summary>A lower office's: what it has itself, and beside it what holds above it.</summary>
    private CatalogueSnapshot(CatalogueSnapshot above, CatalogueContent own)
    {
        (Day, Version, Phrases) = (above.Day, above.Version, above.Phrases);
        (all, Procedures, Groups, groupOf) = (above.all, above.Procedures, above.Groups, above.groupOf);
        if (own.Procedures.Count > 0)
        {
            all = new(above.all);
            foreach (var procedure in own.Procedures) all[procedure.Entry.Code] = procedure;
            Procedures = InForce(all.Values, Day);
            Groups = ServiceGroups.Of(Procedures);
            groupOf = Grouped(Groups);
        }
        faqs = new(above.faqs);
        foreach (var faq in own.Faqs.Concat(own.Answers).Where(f => IsInForce(f.Entry, Day))) faqs[faq.Entry.Id] = faq;
        Faqs = [.. faqs.Values.Select(f => f.Entry)];
        Answers = [.. above.Answers, .. own.Answers.Select(a => a.Entry).Where(a => IsInForce(a, Day))];
        Offices = own.Offices.Count > 0 ? own.Offices : above.Offices;
    }

    private CatalogueSnapshot(CatalogueContent content, DateOnly on, string version)
    {
        (Day, Version) = (on, version);
        all = content.Procedures.ToDictionary(p => p.Entry.Code);
        Procedures = InForce(content.Procedures, on);
        Groups = ServiceGroups.Of(Procedures);
        groupOf = Grouped(Groups);
        faqs = content.Faqs.Concat(content.Answers).Where(f => IsInForce(f.Entry, on)).ToDictionary(f => f.Entry.Id);
        Faqs = [.. faqs.Values.Select(f => f.Entry)];
        Answers = [.. content.Answers.Select(a => a.Entry).Where(a => IsInForce(a, on))];
        Offices = content.Offices;
    }

    /// <summary>Day in Vietnam for which validity was looked at.</summary>
    public DateOnly Day { get; }

    /// <summary>Changes whenever the content or the day does; an index built from one version is thrown away with it.</summary>
    public string Version { get; }

    /// <summary>Also what is out of force or not yet in force, so that a question for it can be told what became of it.</summary>
    public IEnumerable<Procedure> All => all.Values.Select(stored => stored.Entry);

    /// <summary>In force, by code.</summary>
    public IReadOnlyList<Procedure> Procedures { get; }

    /// <summary>One service under several codes: see <see cref="ServiceGroups"/>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; }

    public IReadOnlyList<FaqEntry> Faqs { get; }

    /// <summary>The office's own published answers; part of <see cref="Faqs"/> too.</summary>
    public IReadOnlyList<FaqEntry> Answers { get; } = [];

    public IReadOnlyList<Office> Offices { get; }

    /// <summary>What officials taught, beside the phrase bank that ships.</summary>
    public IReadOnlyList<TaughtPhrase> Phrases { get; } = [];

    /// <summary>Lower offices that answer from something else than this; the others answer from this.</summary>
    public IReadOnlyDictionary<Guid, CatalogueSnapshot> Units { get; private init; } = new Dictionary<Guid, CatalogueSnapshot>();

    /// <summary>The office on the hotline card; null: none is known.</summary>
    public Office? Hotline => Offices.FirstOrDefault(o => o.IsHotline) ?? (Offices.Count > 0 ? Offices[0] : null);

    /// <param name="on">Day in Vietnam.</param>
    public static CatalogueSnapshot Build(CatalogueContent content, DateOnly on, string version) => new(content, on, version);

    public CatalogueSnapshot With(IReadOnlyList<TaughtPhrase> phrases, string version) => new(this, phrases, version);

    /// <summary>The same with what lower offices answer from.</summary>
    public CatalogueSnapshot With(IReadOnlyDictionary<Guid, CatalogueSnapshot> units) => new(this, Phrases, Version) { Units = units };

    /// <summary>What an office below this one answers from.</summary>
    public CatalogueSnapshot Below(CatalogueContent own) => new(this, own);

    /// <summary>What this office answers from.</summary>
    public CatalogueSnapshot For(Guid unitId) => Units.GetValueOrDefault(unitId, this);

    /// <summary>Takes a quarter of the memory from now on; an answer opens what it reads.</summary>
    public void Fold()
    {
        foreach (var procedure in Units.Values.SelectMany(unit => unit.All).Concat(All)) procedure.Fold();
    }

    /// <summary>Null: the code is not in the catalogue at all.</summary>
    public FoundProcedure? Find(string code)
    {
        if (!all.TryGetValue(code, out var asked)) return null;
        var answer = asked;
        for (var hops = 0; hops < MostHops && answer is not null && !CanAnswer(answer.Entry); hops++)
            answer = answer.Entry.ReplacedBy is { } next ? all.GetValueOrDefault(next) : null;
        return new FoundProcedure(asked, answer is not null && CanAnswer(answer.Entry) ? answer : null);
    }

    public Stored<FaqEntry>? FindFaq(string id) => faqs.GetValueOrDefault(id);

    /// <summary>The codes of the same service in the order in which they are offered; the code alone when it has no siblings.</summary>
    public IReadOnlyList<string> Service(string code) => groupOf.TryGetValue(code, out var group) ? group : [code];

    // Chains of replacements are short; a ring is a mistake in the data, not a reason to hang.
    private const int MostHops = 8;

    private static List<Procedure> InForce(IEnumerable<Stored<Procedure>> procedures, DateOnly on) =>
        [.. procedures.Select(p => p.Entry).Where(p => IsInForce(p, on)).OrderBy(p => p.Code, StringComparer.Ordinal)];

    private static Dictionary<string, IReadOnlyList<string>> Grouped(IReadOnlyList<IReadOnlyList<string>> groups) =>
        groups.SelectMany(group => group.Select(code => (code, group))).ToDictionary(g => g.code, g => g.group);

    private bool CanAnswer(Procedure procedure) => IsInForce(procedure, Day);

    private static bool IsInForce(Procedure p, DateOnly on) =>
        p.Status is ProcedureStatus.InForce or ProcedureStatus.Amended && !(p.ValidFrom > on) && !(p.ValidUntil < on);

    private static bool IsInForce(FaqEntry f, DateOnly on) => !(f.ValidFrom > on) && !(f.ValidUntil < on);
}
