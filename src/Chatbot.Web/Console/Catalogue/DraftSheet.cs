using Chatbot.Catalogue.Editing;
using Chatbot.Catalogue.Import;
using Chatbot.Web.Console.Preview;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Everything that the page of one change shows.</summary>
/// <param name="Changes">Against the version that it changes.</param>
/// <param name="Cells">Values of the form's fields, by heading: what stands there, or what was typed and could not be stored.</param>
public sealed record DraftSheet(
    EntryDraft Draft, string Unit, IReadOnlyList<PartChange> Changes, IReadOnlyDictionary<string, string> Cells, IReadOnlyList<ShownTalk> Preview, IReadOnlyDictionary<Guid, string> Names)
{
    public bool IsFaq => Draft.Kind == ImportKind.Faq;

    public IReadOnlyList<DraftField> Fields => IsFaq ? DraftField.OfFaq : DraftField.OfProcedure;

    /// <returns>Empty: nobody.</returns>
    public string NameOf(Guid? official) => official is { } id ? Names.GetValueOrDefault(id, "") : "";
}
