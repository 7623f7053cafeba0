namespace Chatbot.Catalogue;

/// <summary>One copy of each text: agencies, laws and remarks repeat thousands of times across the catalogue.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, string> texts = [];

    public Procedure Pooled(Procedure p) => p with
    {
        Field = One(p.Field),
        IssuingAgency = One(p.IssuingAgency),
        PerformingAgency = One(p.PerformingAgency),
        DecisionNumber = One(p.DecisionNumber),
        ReceivingPlace = One(p.ReceivingPlace),
        Levels = [.. p.Levels],
        ApplicantKinds = All(p.ApplicantKinds),
        Conditions = All(p.Conditions),
        Steps = [.. p.Steps.Select(s => new Step(One(s.Text)) { Actor = One(s.Actor) })],
        Documents = [.. p.Documents.Select(c => new DocumentCase(One(c.Name), [.. c.Documents.Select(Pooled)]))],
        Methods = [.. p.Methods.Select(Pooled)],
        LegalBases = [.. p.LegalBases.Select(b => new LegalBasis(One(b.Title), One(b.Number)))],
        Outcomes = [.. p.Outcomes.Select(o => new Outcome(One(o.Name)) { Code = One(o.Code) })],
        OriginalText = p.OriginalText.Count == 0 ? None : p.OriginalText,
    };

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private RequiredDocument Pooled(RequiredDocument d) =>
        d with { Name = One(d.Name), Note = One(d.Note), Form = d.Form is null ? null : new Form(One(d.Form.Name)) { Url = One(d.Form.Url) } };

    private SubmissionMethod Pooled(SubmissionMethod m) => m with
    {
        Note = One(m.Note),
        Time = m.Time is null ? null : m.Time with { Text = One(m.Time.Text) },
        Fees = [.. m.Fees.Select(f => f with { Text = One(f.Text) })],
    };

    private IReadOnlyList<string> All(IReadOnlyList<string> list) => [.. list.Select(One)];

    private string One(string text)
    {
        if (text.Length == 0) return "";
        if (texts.TryGetValue(text, out var known)) return known;
        texts[text] = text;
        return text;
    }
}
