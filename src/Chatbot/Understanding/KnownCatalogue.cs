namespace Chatbot.Understanding;

/// <summary>What a question may be about: a snapshot that <see cref="Understander.Build"/> turns into an index.</summary>
public sealed record KnownCatalogue(IReadOnlyList<KnownProcedure> Procedures, IReadOnlyList<KnownFaq> Faqs)
{
    public static readonly KnownCatalogue Empty = new([], []);
}

/// <summary>The columns of a procedure that matter for finding it.</summary>
/// <param name="Levels">As the portal spells them, e.g. "Cấp xã"; empty when it does not say.</param>
/// <param name="Agency">The body that carries it out; empty when unknown.</param>
/// <param name="TitleOnly">True when the catalogue holds no papers, steps or times of it.</param>
public sealed record KnownProcedure(
    string Code, string Title, string Field, IReadOnlyList<string> Levels, string Agency, bool TitleOnly)
{
    /// <summary>Steps, papers, conditions and outcome as one text; the index reads its first 4,000 characters.</summary>
    public string Body { get; init; } = "";

    /// <summary>Ways in which citizens of this office ask for it, beside the phrase bank that ships with the library.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Codes of the same service at other levels or ministries, beside those that share its title.</summary>
    public IReadOnlyList<string> SameServiceAs { get; init; } = [];
}

/// <param name="ProcedureCode">null: the question belongs to no single procedure.</param>
public sealed record KnownFaq(string Id, IReadOnlyList<string> Questions, string? ProcedureCode);
