namespace Chatbot.Catalogue.Import;

/// <summary>
/// The page's own text cut at its headings again. The crawl cut at the first occurrence of a heading's words, so a section
/// broke wherever its body used them; here the order of the headings and what must follow them decides.
/// </summary>
public static class PortalPage
{
    private const string StepsHead = "Trình Tự Thực Hiện";
    private const string MethodsHead = "Cách Thức Thực Hiện";
    private const string MethodsTable = MethodsHead + "Hình thức nộp";
    private const string DocumentsHead = "Thành phần hồ sơ";
    private const string LegalHead = "Căn cứ pháp lý";
    private const string PerformerHead = "Cơ quan thực hiện";
    private const string ConditionsHead = "Yêu cầu, điều kiện thực hiện";
    private const string OutcomesHead = "Kết quả xử lý";
    private const string KeywordsHead = "Từ khóa";
    private const string CodeHead = "Mã thủ tục";

    /// <summary>The row with its sections re-cut from the page; the row itself when the page is not of that kind.</summary>
    public static PortalRow Recut(PortalRow row)
    {
        var page = row.Page;
        var steps = Find(page, StepsHead, 0);
        var methods = Find(page, MethodsTable, steps);
        var legal = Legal(page, methods);
        var documents = Documents(page, methods, legal);
        var conditions = Find(page, ConditionsHead, legal);
        var performer = conditions < 0 ? -1 : page.LastIndexOf(PerformerHead, conditions, conditions - legal, StringComparison.Ordinal);
        if (steps < 0 || methods < 0 || legal < 0 || documents < 0 || performer < 0) return row;
        var keywords = page.LastIndexOf(KeywordsHead, StringComparison.Ordinal);
        var end = keywords > conditions ? keywords : page.Length;
        var outcomes = page.LastIndexOf(OutcomesHead, end - 1, end - conditions, StringComparison.Ordinal);
        return row with
        {
            Steps = Between(page, steps, StepsHead, methods),
            Methods = Between(page, methods, MethodsHead, documents),
            Documents = Between(page, documents, DocumentsHead, legal),
            LegalBases = Between(page, legal, LegalHead, performer),
            Performer = Between(page, performer, PerformerHead, conditions),
            Conditions = Between(page, conditions, ConditionsHead, outcomes > 0 ? outcomes : end),
            Outcomes = outcomes > 0 ? Between(page, outcomes, OutcomesHead, end) : "",
        };
    }

    /// <summary>The code that the page itself names; empty when it names none.</summary>
    public static string CodeOf(string page)
    {
        var at = page.IndexOf(CodeHead, StringComparison.Ordinal);
        if (at < 0) return "";
        var rest = page.AsSpan(at + CodeHead.Length).TrimStart(" :*").TrimStart();
        var length = 0;
        while (length < rest.Length && length < 8 && (char.IsAsciiDigit(rest[length]) || rest[length] == '.')) length++;
        return ProcedureCode.IsOne(rest[..length]) ? rest[..length].ToString() : "";
    }

    private static int Find(string page, string head, int from) =>
        from < 0 || from >= page.Length ? -1 : page.IndexOf(head, from, StringComparison.Ordinal);

    private static int Legal(string page, int from)
    {
        var table = Find(page, LegalHead + "Tên văn bản", from);
        return table >= 0 ? table : Find(page, LegalHead + "Không có thông tin", from);
    }

    // The heading stands before the first table; inside a sentence the same words are followed by a space and a small letter or by a comma.
    private static int Documents(string page, int from, int until)
    {
        if (until < 0) return -1;
        for (var at = Find(page, DocumentsHead, from); at >= 0 && at < until; at = Find(page, DocumentsHead, at + 1))
        {
            var rest = page.AsSpan(at + DocumentsHead.Length, Math.Min(2, until - at - DocumentsHead.Length));
            var inSentence = rest.Length == 2 && (",;)”\".".Contains(rest[0], StringComparison.Ordinal) || (rest[0] == ' ' && char.IsLower(rest[1])));
            if (!inSentence) return at;
        }
        return -1;
    }

    private static string Between(string page, int at, string head, int until) =>
        at + head.Length <= until ? page[(at + head.Length)..until].Trim() : "";
}
