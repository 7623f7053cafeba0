namespace Chatbot.Catalogue;

/// <summary>The long parts of a procedure, nine tenths of a catalogue's text: see the properties of the same names of <see cref="Procedure"/>.</summary>
internal sealed record ProcedureParts
{
    public IReadOnlyList<Step> Steps { get; init; } = [];

    public IReadOnlyList<DocumentCase> Documents { get; init; } = [];

    public IReadOnlyList<SubmissionMethod> Methods { get; init; } = [];

    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];

    public IReadOnlyList<string> Conditions { get; init; } = [];

    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    public IReadOnlyDictionary<string, string> OriginalText { get; init; } = new Dictionary<string, string>();
}
