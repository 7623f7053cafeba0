using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Cards;

/// <summary>Papers by case: the first page in full, the other cases by name with a button each.</summary>
internal static class DocumentsSection
{
    private const int MostButtons = 2;
    private const int LongestButton = 19;
    private const int LongestOriginal = 1_500;

    public static Section Of(Procedure procedure, int page)
    {
        var pages = Pages.Of(procedure.Documents.Select(Part));
        if (pages.Count == 0) return WithoutList(procedure);
        var shown = pages[Math.Min(page, pages.Count - 1)];
        var others = Enumerable.Range(0, pages.Count).Where(n => pages[n] != shown).ToList();
        return new Section(Aspect.Documents, others.Count == 0 ? shown.Text : $"{shown.Text}\n{Others(pages, shown)}")
        {
            More = [.. Ordered(others, page).Take(MostButtons).Select(n => More(procedure, pages, shown, n))],
        };
    }

    /// <summary>Names of the papers on one line, for the overview.</summary>
    public static string Short(Procedure procedure, int most)
    {
        var names = procedure.Documents.SelectMany(c => c.Documents).Select(d => Words.Unended(Words.Cut(Words.Line(d.Name).TrimStart('-', '+', ' '), 90))).ToList();
        var first = string.Join("; ", names.Take(most));
        return names.Count > most ? Texts.GeneralDocumentsMore(first, names.Count - most) : first;
    }

    private static Section WithoutList(Procedure procedure) =>
        procedure.OriginalText.TryGetValue("documents", out var original) && original.Length > 0
            ? new Section(Aspect.Documents, $"{Texts.SectionOriginal}\n{Words.Cut(original.Trim(), LongestOriginal)}")
            : new Section(Aspect.Documents, Texts.DocumentsNone, IsKnown: false);

    // The page after the shown one comes first, so that "xem tiếp" goes on where the eye stopped.
    private static IEnumerable<int> Ordered(List<int> others, int page) => others.OrderBy(n => n < page).ThenBy(n => n);

    private static Choice More(Procedure procedure, IReadOnlyList<Page> pages, Page shown, int n) =>
        new(pages[n].Title.Length == 0 || pages[n].Title == shown.Title ? Texts.ButtonNextPage : Words.Cut(pages[n].Title, LongestButton),
            new Button.Topic(procedure.Code, Aspect.Documents, n).Write());

    private static string Others(IReadOnlyList<Page> pages, Page shown) =>
        Texts.DocumentsOther(Words.Cut(string.Join("; ", pages.Where(p => p != shown)
            .Select(p => p.Title.Length == 0 ? Texts.DocumentsGeneral : Words.Cut(p.Title, 120)).Distinct()), 400));

    private static (string, IReadOnlyList<string>) Part(DocumentCase one) =>
        (Words.Unended(Words.Line(one.Name)).TrimStart('*', '-', ' '), [.. one.Documents.Select(Paper)]);

    private static string Paper(RequiredDocument paper)
    {
        var details = new[] { Copies(paper), paper.Form is { Name.Length: > 0 } form ? Texts.DocumentForm(Words.Line(form.Name)) : "", Words.Line(paper.Note) };
        var said = string.Join("; ", details.Where(d => d.Length > 0));
        var name = Words.Unended(Words.Line(paper.Name)).TrimStart('-', '+', ' ');
        if (said.Length == 0) return $"- {name}.";
        var called = Words.Cut(name, Pages.LongestItem - 120);
        return $"- {called} ({Words.Cut(said, Pages.LongestItem - called.Length - "-  ().".Length)}).";   // a note is cut only when the item would be too long
    }

    private static string Copies(RequiredDocument paper) => (paper.Originals ?? 0, paper.Copies ?? 0) switch
    {
        (0, 0) => "",
        (var originals, 0) => Texts.DocumentOriginals(originals),
        (0, var copies) => Texts.DocumentOnlyCopies(copies),
        var (originals, copies) => Texts.DocumentCopies(originals, copies),
    };
}
