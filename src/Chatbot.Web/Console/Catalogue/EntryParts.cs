using System.Globalization;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Import.Tables;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Entries as parts.</summary>
internal static class EntryParts
{
    public static IReadOnlyList<EntryPart> Of(Procedure p) =>
    [
        new(CatalogueTexts.Procedure, One(p.Name)),
        new(CatalogueTexts.Field, One(p.Field)),
        new(CatalogueTexts.PerformingAgency, One(p.PerformingAgency)),
        new(CatalogueTexts.ReceivingPlace, Split(p.ReceivingPlace)),
        new(CatalogueTexts.Levels, One(string.Join(", ", p.Levels.Select(ProcedureCells.LevelName)))),
        new(CatalogueTexts.Applicants, p.ApplicantKinds),
        new(CatalogueTexts.Documents, [.. p.Documents.SelectMany(Case)]),
        new(CatalogueTexts.Methods, [.. p.Methods.Select(Method)]),
        new(CatalogueTexts.Steps, [.. p.Steps.Select(step => step.Actor.Length > 0 ? $"{step.Actor}: {step.Text}" : step.Text)]),
        new(CatalogueTexts.Conditions, p.Conditions),
        new(CatalogueTexts.Outcomes, [.. p.Outcomes.Select(outcome => Joined(outcome.Name, outcome.Code))]),
        new(CatalogueTexts.LegalBases, [.. p.LegalBases.Select(basis => Joined(basis.Title, basis.Number))]),
        new(CatalogueTexts.Online, One(ProcedureCells.Of(p)[ProcedureColumns.Online.Heading])),
        new(CatalogueTexts.Postal, One(ProcedureCells.Of(p)[ProcedureColumns.Postal.Heading])),
        new(CatalogueTexts.PayOnline, One(ProcedureCells.Of(p)[ProcedureColumns.PayOnline.Heading])),
        new(CatalogueTexts.IssuingAgency, One(p.IssuingAgency)),
        new(CatalogueTexts.DecisionNumber, One(p.DecisionNumber)),
        new(CatalogueTexts.SourceUrl, One(p.SourceUrl)),
        new(CatalogueTexts.Status, One(ProcedureCells.StatusName(p.Status))),
        .. Days(p.ValidFrom, p.ValidUntil),
        new(CatalogueTexts.ReplacedBy, One(p.ReplacedBy ?? "")),
    ];

    public static IReadOnlyList<EntryPart> Of(FaqEntry faq) =>
    [
        new(CatalogueTexts.Questions, faq.Questions),
        new(CatalogueTexts.Answer, Split(faq.Answer)),
        new(CatalogueTexts.Topic, One(faq.Topic)),
        new(CatalogueTexts.Source, One(faq.Source)),
        new(CatalogueTexts.SourceUrl, One(faq.SourceUrl)),
        new(CatalogueTexts.RelatedCode, One(faq.ProcedureCode ?? "")),
        .. Days(faq.ValidFrom, faq.ValidUntil),
    ];

    private static EntryPart[] Days(DateOnly? from, DateOnly? until) =>
        [new(CatalogueTexts.ValidFrom, One(from is { } first ? FormDays.Words(first) : "")), new(CatalogueTexts.ValidUntil, One(until is { } last ? FormDays.Words(last) : ""))];

    private static IEnumerable<string> Case(DocumentCase one) =>
        one.Documents.Select(Paper).Prepend(one.Name).Where(line => line.Length > 0);

    private static string Paper(RequiredDocument paper)
    {
        string[] more =
        [
            paper.Originals is > 0 and var originals ? CatalogueTexts.Originals(Number(originals)) : "",
            paper.Copies is > 0 and var copies ? CatalogueTexts.Copies(Number(copies)) : "",
            paper.Form is { } form ? CatalogueTexts.Form(Joined(form.Name, form.Url)) : "",
            paper.Note,
        ];
        var said = string.Join("; ", more.Where(part => part.Length > 0));
        return said.Length > 0 ? $"– {paper.Name} ({said})" : $"– {paper.Name}";
    }

    private static string Method(SubmissionMethod method)
    {
        var fees = method.Fees.Count > 0 ? string.Join("; ", method.Fees.Select(fee => fee.Text)) : CatalogueTexts.NotSaid;
        var said = CatalogueTexts.MethodLine(ProcedureCells.ChannelName(method.Channel), method.Time?.Text ?? CatalogueTexts.NotSaid, fees);
        return method.Note.Length > 0 ? $"{said} {method.Note}" : said;
    }

    private static string Joined(string one, string other) => one.Length > 0 && other.Length > 0 && one != other ? $"{one} ({other})" : one.Length > 0 ? one : other;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> One(string text) => text.Length > 0 ? [text] : [];

    private static IReadOnlyList<string> Split(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
