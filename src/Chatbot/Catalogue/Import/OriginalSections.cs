namespace Chatbot.Catalogue.Import;

/// <summary>The original text of the sections whose parsing is unsure.</summary>
public sealed class OriginalSections(PortalRow row, Action<string, string> remark)
{
    public const string Methods = "methods";
    public const string Documents = "documents";
    public const string LegalBases = "legal_bases";

    /// <summary>The portal's description ("Mô tả"), which has no section of its own in our model.</summary>
    public const string Description = "description";

    private readonly Dictionary<string, string> texts = [];

    public IReadOnlyDictionary<string, string> Texts => texts;

    public void Keep(string section, string field, string text, bool sure)
    {
        if (sure || SourceText.IsNothing(text)) return;
        texts[section] = text;
        if (row.Quality != "fallback_flat") remark(field, "Không tách được chắc chắn; giữ nguyên văn bên cạnh");
    }

    public void Describe(string text)
    {
        if (SourceText.Said(text) is { Length: > 0 } said) texts[Description] = said;
    }
}
