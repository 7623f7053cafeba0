using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Cards;

/// <summary>Steps, forms, legal basis and the overview.</summary>
internal static class TextSections
{
    private const int MostForms = 3;
    private const int MostLegalBases = 12;

    public static Section Steps(Procedure procedure, int page)
    {
        var items = procedure.Steps.Select(Step).ToList();
        var pages = Pages.Of([("", items)]);
        if (pages.Count == 0) return new Section(Aspect.Steps, Texts.StepsNone, IsKnown: false);
        var shown = Math.Min(page, pages.Count - 1);
        if (shown + 1 == pages.Count) return new Section(Aspect.Steps, pages[shown].Text);
        return new Section(Aspect.Steps, $"{pages[shown].Text}\n{Texts.StepsMore}")
        {
            More = [new Choice(Texts.ButtonNextPage, new Button.Topic(procedure.Code, Aspect.Steps, shown + 1).Write())],
        };
    }

    public static Section Forms(Procedure procedure)
    {
        var forms = procedure.Documents.SelectMany(c => c.Documents).Select(d => d.Form).OfType<Form>().Where(f => f.Name.Length + f.Url.Length > 0)
            .DistinctBy(f => (f.Name, f.Url)).ToList();
        if (forms.Count == 0) return new Section(Aspect.Form, Texts.FormNone, IsKnown: false);
        return new Section(Aspect.Form, string.Join('\n', forms.Take(10).Select(f => "- " + Named(f))))
        {
            Links = [.. forms.Where(f => f.Url.Length > 0).Take(MostForms).Select(f => new Link(Texts.LinkForm(Title(f)), f.Url))],
        };
    }

    public static Section Legal(Procedure procedure)
    {
        var bases = procedure.LegalBases.Select(b => "- " + Basis(b)).Distinct().Take(MostLegalBases).ToList();
        return bases.Count > 0
            ? new Section(Aspect.Legal, string.Join('\n', bases))
            : new Section(Aspect.Legal, Texts.LegalNone, IsKnown: false);
    }

    public static Section General(Procedure procedure)
    {
        var lines = new List<string>();
        if (procedure.ApplicantKinds.Count > 0) lines.Add(Texts.ApplicantLine(Words.Cut(string.Join(", ", procedure.ApplicantKinds), 200)));
        if (procedure.Documents.Count > 0) lines.Add(Texts.GeneralDocuments(DocumentsSection.Short(procedure, most: 4)));
        lines.Add(Texts.GeneralTime(MethodsSections.ShortTime(procedure)));
        lines.Add(Texts.GeneralFee(MethodsSections.ShortFee(procedure)));
        lines.Add(WhereSection.Performing(procedure));
        if (procedure.Conditions.Count > 0) lines.Add(Texts.ConditionsLine(Words.Unended(Words.Cut(Words.Line(string.Join("; ", procedure.Conditions)), 250))));
        if (procedure.Outcomes.Count > 0) lines.Add(Texts.OutcomeLine(Words.Cut(string.Join("; ", procedure.Outcomes.Select(o => o.Name)), 200)));
        return new Section(Aspect.General, string.Join('\n', lines), IsKnown: procedure.Detail != Detail.Flat);
    }

    public static Section Online(Procedure procedure)
    {
        var note = procedure.Methods.FirstOrDefault(m => m.Channel == SubmissionChannel.Online)?.Note ?? "";
        var how = procedure.Online == OnlineLevel.None || procedure.SourceUrl.Length == 0 ? Texts.OnlineNoLink : Texts.OnlineHow(procedure.SourceUrl);
        var text = $"{Words.Capital(Conveniences.OnlineOf(procedure))}.\n{how}";
        return new Section(Aspect.Online, note.Length == 0 ? text : $"{text}\n{Texts.OnlineNote(Words.Cut(Words.Line(note), 400))}");
    }

    private static string Step(Step step, int index)
    {
        var text = Words.Line(step.Text).TrimStart('-', '+', '*', ' ');
        var said = step.Actor.Length > 0 ? Texts.StepActor(step.Actor, text) : text;
        return $"{index + 1}. {said}";
    }

    private static string Named(Form form) => form.Url.Length > 0 ? Title(form) : Texts.FormNoLink(Title(form));

    private static string Title(Form form) => Words.Cut(form.Name.Length > 0 ? Words.Line(form.Name) : form.Url, 100);

    private static string Basis(LegalBasis basis) => Words.Cut(
        basis.Number.Length == 0 || basis.Title.Contains(basis.Number, StringComparison.OrdinalIgnoreCase)
            ? Words.Line(basis.Title)
            : Texts.LegalItem(Words.Line(basis.Title), basis.Number), 200);
}
