namespace Chatbot.Catalogue;

/// <summary>One administrative procedure as the office publishes it: the only text from which a citizen is answered.</summary>
/// <remarks>Stored as one immutable version; an amendment is a new version. Every list is empty, never null, when the source does not say.</remarks>
public sealed record Procedure(string Code, string Name)
{
    private readonly FoldedParts parts = FoldedParts.None;

    /// <summary>Field (lĩnh vực) in the portal's own words, for example "Hộ tịch"; empty when the source does not say.</summary>
    public string Field { get; init; } = "";

    /// <summary>Agency that issued the procedure (for example "Bộ Tư pháp").</summary>
    public string IssuingAgency { get; init; } = "";

    /// <summary>Body that carries the procedure out, in the source's own words.</summary>
    public string PerformingAgency { get; init; } = "";

    /// <summary>Where to hand in, in the source's own words; empty when it names no place beyond the performing body.</summary>
    public string ReceivingPlace { get; init; } = "";

    /// <summary>Level as the portal files it: customs and tax rows carry the commune's level too, so <see cref="PerformingAgency"/> decides who is meant.</summary>
    public IReadOnlyList<AgencyLevel> Levels { get; init; } = [];

    /// <summary>Who may apply, one kind an item, in the source's own words.</summary>
    public IReadOnlyList<string> ApplicantKinds { get; init; } = [];

    public IReadOnlyList<Step> Steps { get => parts.Open.Steps; init => parts = new(parts.Open with { Steps = value }); }

    /// <summary>Papers, grouped by the case that they belong to.</summary>
    public IReadOnlyList<DocumentCase> Documents { get => parts.Open.Documents; init => parts = new(parts.Open with { Documents = value }); }

    public IReadOnlyList<SubmissionMethod> Methods { get => parts.Open.Methods; init => parts = new(parts.Open with { Methods = value }); }

    public IReadOnlyList<LegalBasis> LegalBases { get => parts.Open.LegalBases; init => parts = new(parts.Open with { LegalBases = value }); }

    public IReadOnlyList<string> Conditions { get => parts.Open.Conditions; init => parts = new(parts.Open with { Conditions = value }); }

    public IReadOnlyList<Outcome> Outcomes { get => parts.Open.Outcomes; init => parts = new(parts.Open with { Outcomes = value }); }

    public OnlineLevel Online { get; init; }

    /// <summary>May the dossier be handed in or the result be returned by public post.</summary>
    public Answerable Postal { get; init; }

    public Answerable PayOnline { get; init; }

    /// <summary>Page of the procedure at the national portal; empty when unknown.</summary>
    public string SourceUrl { get; init; } = "";

    /// <summary>Decision that published it, for example "163/QĐ-BTP"; it counts as the approval of imported text. Empty when unknown.</summary>
    public string DecisionNumber { get; init; } = "";

    /// <summary>Day (or first day of the month) on which the source was read; shown to the citizen as the answer's date.</summary>
    public DateOnly? SourceDate { get; init; }

    public ProcedureStatus Status { get; init; } = ProcedureStatus.InForce;

    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which it is answered; null: no end known.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Code of the procedure that replaces this one; null: none.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>How much of the source is there; a title-only entry is answered by link and handover.</summary>
    public Detail Detail { get; init; } = Detail.Full;

    /// <summary>Original text of a section beside its parsed form, by section name (documents, methods, steps …); kept where parsing is unsure.</summary>
    public IReadOnlyDictionary<string, string> OriginalText { get => parts.Open.OriginalText; init => parts = new(parts.Open with { OriginalText = value }); }

    /// <summary>From now on the long parts lie compressed in memory and are opened when they are read; nothing else changes.</summary>
    internal void Fold() => parts.Fold();
}

/// <summary>Level that carries a procedure out.</summary>
public enum AgencyLevel { Commune, Province, Ministry, Other }

public enum ProcedureStatus { InForce, Amended, Repealed, Replaced }

/// <summary>Full: all sections; NoFees: the fee is unknown (never "free"); Flat: one unstructured text; TitleOnly: title, field and link.</summary>
public enum Detail { Full, NoFees, Flat, TitleOnly }

/// <summary>Online service level (toàn trình, một phần); Unknown when the source does not say.</summary>
public enum OnlineLevel { Unknown, None, PartialOnline, FullOnline }

/// <summary>A fact that the source states, denies or does not mention.</summary>
public enum Answerable { Unknown, Yes, No }

/// <summary>One step; <see cref="Actor"/> is who acts ("Người dân", "Bộ phận Một cửa"), empty when not said.</summary>
public sealed record Step(string Text)
{
    public string Actor { get; init; } = "";
}

/// <summary>The papers of one case, for example "Giấy tờ phải nộp" or "Trường hợp trẻ em bị bỏ rơi"; an empty name holds the general list.</summary>
public sealed record DocumentCase(string Name, IReadOnlyList<RequiredDocument> Documents);

/// <summary>One paper. Counts are copies; null: the source does not say.</summary>
public sealed record RequiredDocument(string Name)
{
    public int? Originals { get; init; }

    public int? Copies { get; init; }

    /// <summary>Form (mẫu đơn, tờ khai) to fill in; null: none.</summary>
    public Form? Form { get; init; }

    public string Note { get; init; } = "";
}

/// <summary>A form; <see cref="Url"/> is empty when the source has only its name.</summary>
public sealed record Form(string Name)
{
    public string Url { get; init; } = "";
}

/// <summary>One way to hand in, with its time and fees.</summary>
public sealed record SubmissionMethod(SubmissionChannel Channel)
{
    /// <summary>Null: the source does not say.</summary>
    public ProcessingTime? Time { get; init; }

    /// <summary>Empty: the source does not say, which is not "free".</summary>
    public IReadOnlyList<Fee> Fees { get; init; } = [];

    public string Note { get; init; } = "";
}

public enum SubmissionChannel { InPerson, Online, Post }

/// <summary>Time until the result. <see cref="Amount"/> null: only the words are known.</summary>
public sealed record ProcessingTime(decimal? Amount, TimeUnit Unit, string Text);

public enum TimeUnit { WorkingDays, Days, Hours, Months, SameDay, Unspecified }

/// <summary>One fee in VND; <see cref="Amount"/> null: only the words are known; 0 with <see cref="IsFree"/>: the source says free.</summary>
public sealed record Fee(decimal? Amount, string Text)
{
    public bool IsFree { get; init; }
}

public sealed record LegalBasis(string Title, string Number);

/// <summary>What the citizen receives; <see cref="Code"/> is the portal's result code, empty when unknown.</summary>
public sealed record Outcome(string Name)
{
    public string Code { get; init; } = "";
}
