using Chatbot.Catalogue;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>One state of the catalogue together with the understanding that was built from it; never changes.</summary>
public sealed class Knowledge
{
    private readonly Dictionary<string, Procedure> procedures;
    private readonly Dictionary<string, FaqEntry> faqs;
    private readonly Dictionary<string, IReadOnlyList<string>> services;
    private readonly Understander understander;

    private Knowledge(Facts facts, Understander understander)
    {
        (Version, Offices, this.understander) = (facts.Version, facts.Offices, understander);
        procedures = facts.Procedures.ToDictionary(p => p.Code, StringComparer.Ordinal);
        faqs = facts.Faqs.ToDictionary(f => f.Id, StringComparer.Ordinal);
        services = facts.SameServices.SelectMany(codes => codes.Select(code => (code, codes)))
            .DistinctBy(pair => pair.code).ToDictionary(pair => pair.code, pair => pair.codes, StringComparer.Ordinal);
    }

    public string Version { get; }

    public IReadOnlyList<Office> Offices { get; }

    /// <summary>Takes a second or two of one core for 4,000 procedures.</summary>
    public static Knowledge Build(Facts facts) =>
        new(facts, Understander.Build(Known(facts), UnderstandingData.Embedded()));

    /// <returns>Null: not in the catalogue.</returns>
    public Procedure? Find(string code) => procedures.GetValueOrDefault(code);

    /// <returns>Null: not in the catalogue.</returns>
    public FaqEntry? FindFaq(string id) => faqs.GetValueOrDefault(id);

    /// <summary>Codes of the same service, the code itself included; the first one stands for all of them.</summary>
    public IReadOnlyList<string> SameService(string code) => services.GetValueOrDefault(code) ?? [code];

    public Understood Understand(string text, string? previousCode) => understander.Understand(text, previousCode);

    private static KnownCatalogue Known(Facts facts)
    {
        var siblings = facts.SameServices.SelectMany(codes => codes.Select(code => (code, codes))).ToLookup(pair => pair.code, pair => pair.codes);
        return new KnownCatalogue(
            [.. facts.Procedures.Select(p => Known(p) with { SameServiceAs = [.. siblings[p.Code].SelectMany(codes => codes).Where(code => code != p.Code)] })],
            [.. facts.Faqs.Select(f => new KnownFaq(f.Id, f.Questions, f.ProcedureCode))]);
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

/// <summary>What a <see cref="Knowledge"/> is built from.</summary>
/// <param name="Version">Name of this state of the catalogue, kept with every answer.</param>
/// <param name="SameServices">Codes of one service each, commune level or newest first; services with one code need not be listed.</param>
public sealed record Facts(
    string Version, IReadOnlyList<Procedure> Procedures, IReadOnlyList<FaqEntry> Faqs, IReadOnlyList<Office> Offices,
    IReadOnlyList<IReadOnlyList<string>> SameServices);
