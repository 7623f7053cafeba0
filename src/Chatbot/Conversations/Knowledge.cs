using System.Collections.Concurrent;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Starter;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Chatbot.Understanding.Learning;

namespace Chatbot.Conversations;

/// <summary>One state of the catalogue together with the understanding that was built from it; never changes.</summary>
public sealed class Knowledge
{
    private readonly CatalogueSnapshot catalogue;

    /// <summary>Knows the entries of all offices; the other one only those of this.</summary>
    private readonly Understander everything;
    private readonly Understander understander;
    private readonly TaughtWords taught;
    private readonly RepeatedMessages repeated;
    private readonly ConcurrentDictionary<CatalogueSnapshot, Knowledge> lower = new();

    private Knowledge(CatalogueSnapshot catalogue, Understander everything, Understander understander, TaughtWords taught)
    {
        (this.catalogue, this.everything, this.understander, this.taught, Offices) = (catalogue, everything, understander, taught, catalogue.Offices);
        var published = new PublishedQuestions(catalogue.Answers);
        repeated = new((text, previousCode) => published.Correct(OfHere(taught.Correct(understander.Understand(text, previousCode), text)), text));
    }

    // The index wants at least one entry; which one does not matter.
    private static readonly Lazy<Knowledge> nearlyNothing = new(() =>
        Build(CatalogueSnapshot.Build(CatalogueContent.Of(StarterCatalogue.Procedures.Take(1), [], []), DateOnly.MinValue, "none")));

    /// <summary>One procedure and no office, for when no catalogue can be had: danger, commands and greetings are understood all the same.</summary>
    public static Knowledge NearlyNothing => nearlyNothing.Value;

    /// <summary>Changes with every change of the content and every day; kept with every answer.</summary>
    public string Version => catalogue.Version;

    public IReadOnlyList<Office> Offices { get; private init; }

    private bool hasSamples = true;

    /// <summary>Takes a second or two of one core for 4,000 procedures; lower offices share the index.</summary>
    public static Knowledge Build(CatalogueSnapshot catalogue) => Build(catalogue, UnderstandingData.Embedded());

    /// <param name="data">Word lists, with the office's own places.</param>
    public static Knowledge Build(CatalogueSnapshot catalogue, UnderstandingData data)
    {
        var everything = Understander.Build(Known(catalogue), data);
        return new(catalogue, everything, everything.Without(FaqsElsewhere(catalogue, catalogue)), Taught(catalogue));
    }

    /// <summary>What an office of the tree answers from; the same for all that have nothing of their own.</summary>
    public Knowledge For(Guid unitId) => catalogue.For(unitId) is var its && its == catalogue ? this : lower.GetOrAdd(its, Below);

    private Knowledge Below(CatalogueSnapshot its)
    {
        var own = new Knowledge(its, everything, everything.Without(FaqsElsewhere(catalogue, its)), Taught(its));
        return hasSamples ? own : own.WithoutSampleOffices();
    }

    /// <summary>The same understanding with other phrases, at once: who asks in their very words is answered. In the ranking they count when it is built anew.</summary>
    /// <returns>Null: not only the phrases are others.</returns>
    public Knowledge? WithPhrasesOf(CatalogueSnapshot other) =>
        ReferenceEquals(other.Procedures, catalogue.Procedures) ? new(other, everything, understander, Taught(other)) { Offices = Offices, hasSamples = hasSamples } : null;

    /// <summary>The same without the made-up offices that ship with the project; an office's own stay.</summary>
    public Knowledge WithoutSampleOffices() => new(catalogue, everything, understander, taught) { Offices = [.. Offices.Except(StarterCatalogue.Offices)], hasSamples = false };

    /// <summary>The same understanding over other content: for looking at an entry that nobody can ask for yet.</summary>
    internal Knowledge Showing(CatalogueSnapshot content) => new(content, everything, understander, taught);

    /// <summary>The office whose number is the hotline: the marked one, else the first.</summary>
    /// <returns>Null: there is no office.</returns>
    public static Office? HotlineOf(IReadOnlyList<Office> offices) => offices.FirstOrDefault(o => o.IsHotline) ?? (offices.Count > 0 ? offices[0] : null);

    /// <summary>The entry of the code, in force or not.</summary>
    /// <returns>Null: not in the catalogue.</returns>
    public Procedure? Find(string code) => catalogue.Find(code)?.Asked.Entry;

    /// <summary>What is in force today instead of a code that is not, over all replacements.</summary>
    /// <returns>Null: nothing took its place, or it is in force itself.</returns>
    public Procedure? SuccessorOf(string code) => catalogue.Find(code) is { WasReplaced: true } found ? found.Answer!.Entry : null;

    /// <returns>Null: the entry comes from the starter catalogue or a file, which keep no versions.</returns>
    public Guid? VersionIdOf(string code) => catalogue.Find(code)?.Asked.VersionId;

    /// <returns>Null: not in the catalogue, or not valid today.</returns>
    public FaqEntry? FindFaq(string id) => catalogue.FindFaq(id)?.Entry;

    /// <returns>Null: the entry keeps no versions.</returns>
    public Guid? FaqVersionIdOf(string id) => catalogue.FindFaq(id)?.VersionId;

    /// <summary>Codes of the same service, the code itself included; the first one stands for all of them.</summary>
    public IReadOnlyList<string> SameService(string code) => catalogue.Service(code);

    public Understood Understand(string text, string? previousCode) => repeated.Understand(text, previousCode);

    /// <summary>Procedures that a text may be about, best first, one code a service, however doubtful.</summary>
    public IReadOnlyList<string> Suggest(string text, int most) =>
        [.. understander.Suggest(text).DistinctBy(code => SameService(code)[0]).Where(code => Find(code) is not null).Take(most)];

    /// <summary>By what a question is compared with others.</summary>
    public QuestionWords WordsOf(string text) => understander.WordsOf(text);

    /// <summary>Procedures in force whose title or code holds all of these words, whatever their accents; by title.</summary>
    public IReadOnlyList<Procedure> Search(string words, int most)
    {
        var wanted = PlainText.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. catalogue.Procedures.Where(p => Holds($"{PlainText.Of(p.Name)} {p.Code}", wanted)).OrderBy(p => p.Name.Length).ThenBy(p => p.Code, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>A procedure that only a sister office has is not offered here.</summary>
    private Understood OfHere(Understood understood)
    {
        if (understood.Candidates.All(IsHere) && understood.MoreNeeds.All(need => need.Candidates.All(IsHere))) return understood;
        var known = understood.Candidates.Where(IsHere).ToList();
        var isNothing = known.Count == 0 && understood.Handling is (Handling.Procedure or Handling.Clarify);
        return isNothing ? Understood.Nothing : understood with { Candidates = known, MoreNeeds = [.. understood.MoreNeeds.Where(need => need.Candidates.All(IsHere))] };
    }

    private bool IsHere(Candidate candidate) => catalogue.Find(candidate.Code) is not null;

    private static HashSet<string> FaqsElsewhere(CatalogueSnapshot top, CatalogueSnapshot here) =>
        [.. top.Units.Values.Distinct().SelectMany(unit => unit.Faqs).Select(f => f.Id).Where(id => here.FindFaq(id) is null)];

    private static bool Holds(string text, string[] words) => Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal));

    // A phrase for something that is no longer in the catalogue waits until it is there again.
    private static TaughtWords Taught(CatalogueSnapshot catalogue) =>
        new(catalogue.Phrases.Where(p => catalogue.Find(p.ProcedureCode) is not null).Select(p => (p.ProcedureCode, p.Text)));

    // What nothing took the place of is still found by its name, so that the citizen hears that it is over.
    private static KnownCatalogue Known(CatalogueSnapshot catalogue)
    {
        CatalogueSnapshot[] offices = [catalogue, .. catalogue.Units.Values.Distinct()];
        var inForce = offices.SelectMany(o => o.Procedures).DistinctBy(p => p.Code).ToList();
        var (titles, codes) = (inForce.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase), inForce.Select(p => p.Code).ToHashSet(StringComparer.Ordinal));
        var over = catalogue.All.Where(p => !codes.Contains(p.Code) && !titles.Contains(p.Name) && catalogue.Find(p.Code)?.Answer is null);
        var phrases = catalogue.Phrases.ToLookup(p => p.ProcedureCode, p => p.Text);
        return new KnownCatalogue(
            [.. inForce.Concat(over).Select(p => Known(p) with { Phrases = [.. phrases[p.Code]], SameServiceAs = [.. catalogue.Service(p.Code).Where(code => code != p.Code)] })],
            [.. offices.SelectMany(o => o.Faqs).Distinct().GroupBy(f => f.Id).Select(same => new KnownFaq(same.Key, [.. same.SelectMany(f => f.Questions).Distinct()], same.First().ProcedureCode))]);
    }

    private static KnownProcedure Known(Procedure procedure) => new(
        procedure.Code, procedure.Name, procedure.Field, [.. procedure.Levels.Select(LevelName)], procedure.PerformingAgency,
        procedure.Detail == Detail.TitleOnly)
    {
        Body = string.Join('\n', procedure.Conditions
            .Concat(procedure.Outcomes.Select(o => o.Name))
            .Concat(procedure.Documents.SelectMany(c => c.Documents.Select(d => d.Name).Prepend(c.Name)))
            .Concat(procedure.Steps.Select(s => s.Text)).Where(text => text.Length > 0)),
    };

    private static string LevelName(AgencyLevel level) => level switch
    {
        AgencyLevel.Commune => "Cấp xã",
        AgencyLevel.Province => "Cấp tỉnh",
        AgencyLevel.Ministry => "Cấp bộ",
        _ => "Cơ quan khác",
    };
}
