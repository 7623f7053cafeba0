using System.Text.Json.Serialization;

namespace Chatbot.Catalogue;

/// <summary>A question that offices are asked, with its approved answer.</summary>
public sealed record FaqEntry(string Id, IReadOnlyList<string> Questions, string Answer)
{
    /// <summary>Topic for browsing, for example "Giờ làm việc".</summary>
    public string Topic { get; init; } = "";

    /// <summary>Where the answer comes from: document number, portal page or the office itself.</summary>
    public string Source { get; init; } = "";

    public string SourceUrl { get; init; } = "";

    public DateOnly? SourceDate { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    /// <summary>Procedure that the question belongs to; null: none.</summary>
    public string? ProcedureCode { get; init; }

    /// <summary>Official who approved an answer of the office's own; empty: it was imported with a source that says who did.</summary>
    [JsonIgnore]
    public string ApprovedBy { get; init; } = "";

    /// <summary>Day in Vietnam of that approval.</summary>
    [JsonIgnore]
    public DateOnly? ApprovedOn { get; init; }
}
