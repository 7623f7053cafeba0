namespace Chatbot.Catalogue.Import;

/// <summary>How many rows state a section, and in how many of them it was taken apart with certainty.</summary>
public sealed class SectionShares
{
    private readonly Dictionary<string, Share> shares = [];

    /// <param name="Stated">Rows whose source says something in this section.</param>
    /// <param name="Structured">Of them, rows taken apart with certainty.</param>
    /// <param name="Partly">Of them, rows taken apart in part, the original text beside it.</param>
    public sealed record Share(string Section, int Stated, int Structured, int Partly)
    {
        /// <summary>Rows of which only the original text is there.</summary>
        public int TextOnly => Stated - Structured - Partly;

        /// <summary>0 to 1; 1 when nothing was stated.</summary>
        public double StructuredPart => Stated == 0 ? 1 : (double)Structured / Stated;
    }

    public IEnumerable<Share> All => shares.Values;

    public void Add(PortalRow row, Procedure procedure)
    {
        var methodsSure = !procedure.OriginalText.ContainsKey(OriginalSections.Methods);
        var (methods, tables) = (procedure.Methods, row.Tables);
        Count("steps", !SourceText.IsNothing(row.Steps), procedure.Steps.Count, true);
        Count("papers", HasRows(row.Documents) || tables.Documents.Count > 0,
            procedure.Documents.Sum(c => c.Documents.Count), !procedure.OriginalText.ContainsKey(OriginalSections.Documents));
        Count("methods", HasRows(row.Methods) || tables.Methods.Count > 0, methods.Count, methodsSure);
        Count("times", StatesTime(row), methods.Count(m => m.Time is not null), methodsSure);
        Count("fees", StatesFee(row), methods.Sum(m => m.Fees.Count), methodsSure);
        Count("legal bases", HasRows(row.LegalBases) || tables.Legal.Count > 0,
            procedure.LegalBases.Count, !procedure.OriginalText.ContainsKey(OriginalSections.LegalBases));
        Count("outcomes", !SourceText.IsNothing(row.Outcomes) || tables.Results.Count > 0, procedure.Outcomes.Count, true);
    }

    private void Count(string section, bool stated, int items, bool sure)
    {
        var share = shares.GetValueOrDefault(section) ?? new Share(section, 0, 0, 0);
        if (stated)
            share = share with
            {
                Stated = share.Stated + 1,
                Structured = share.Structured + (items > 0 && sure ? 1 : 0),
                Partly = share.Partly + (items > 0 && !sure ? 1 : 0),
            };
        shares[section] = share;
    }

    // A table's head alone states nothing.
    private static bool HasRows(string text) => !SourceText.IsNothing(text) && (!text.StartsWith('|') || text.Count(c => c == '\n') > 1);

    // Asked of the text itself, not of the parser: does it hold a number with a unit of time, or a word of fees?
    private static bool StatesTime(PortalRow row) =>
        Times.Any(t => row.Methods.Contains(t, StringComparison.OrdinalIgnoreCase)) || row.Tables.Methods.Any(m => !SourceText.IsNothing(m.Time));

    private static bool StatesFee(PortalRow row) =>
        row.Quality != "full_no_fees" && (Fees.Any(f => row.Methods.Contains(f, StringComparison.Ordinal)) || row.Tables.Methods.Any(m => m.Fee.Length > 0));

    private static readonly string[] Times = ["ngày làm việc", "0 ngày", "5 ngày", "giờ", "tháng"];
    private static readonly string[] Fees = ["Miễn phí", "Việt Nam Đồng", "VNĐ", "USD"];
}
