namespace Chatbot.Catalogue.Import;

/// <summary>A row of the portal as a <see cref="Procedure"/>, with what a person should look at.</summary>
public static class PortalProcedure
{
    /// <returns>Null with a problem when the row has no code or no title; else the procedure and its remarks.</returns>
    public static (Procedure? Procedure, IReadOnlyList<RowProblem> Problems) Read(PortalRow source, int rowNumber)
    {
        var problems = new List<RowProblem>();
        void Remark(string field, string problem) => problems.Add(new RowProblem(rowNumber, source.Code, field, problem));
        foreach (var field in source.Unreadable) Remark(field, "Không đọc được kiểu dữ liệu");
        if (!ProcedureCode.IsOne(source.Code)) return Refused("ma_thu_tuc", $"Mã thủ tục không đúng dạng 1.234567: “{Short(source.Code)}”");
        var title = Attributes.Title(source.Title);
        if (title.Length == 0) return Refused("ten_thu_tuc", "Thiếu tên thủ tục");
        return (Build(Trusted(source, Remark), title, Remark), problems);

        (Procedure?, IReadOnlyList<RowProblem>) Refused(string field, string problem) =>
            (null, [.. problems, new RowProblem(rowNumber, source.Code, field, problem) { LeftOut = true }]);
    }

    // The crawl saved another procedure's page under this code now and then: then only what came from elsewhere is used.
    private static PortalRow Trusted(PortalRow row, Action<string, string> remark)
    {
        var pageCode = PortalPage.CodeOf(row.Page);
        if (pageCode.Length == 0 || pageCode == row.Code) return PortalPage.Recut(row);
        remark("raw_text", $"Trang đã lưu là của thủ tục khác ({pageCode}); không dùng nội dung trang");
        return new PortalRow
        {
            Code = row.Code,
            Title = row.Title,
            Url = row.Url,
            Field = row.Field,
            Agency = row.Agency,
            Crawl = row.Crawl,
            ListField = row.ListField,
            ListPerformer = row.ListPerformer,
            Quality = "list_only",
        };
    }

    private static Procedure Build(PortalRow row, string title, Action<string, string> remark)
    {
        var steps = StepsParser.Parse(row.Steps);
        var methods = MethodsParser.Parse(row.Methods, row.Tables.Methods, string.Join('\n', row.Steps, row.Methods, row.Description));
        var documents = DocumentsParser.Parse(row.Documents, row.Tables.Documents);
        var legal = LegalBasesParser.Parse(row.LegalBases, row.Tables.Legal);
        var outcomes = OutcomesParser.Parse(row.Outcomes, row.Tables.Results);
        var kept = new OriginalSections(row, remark);
        kept.Keep(OriginalSections.Methods, "cach_thuc_thuc_hien", row.Methods, methods.Sure);
        kept.Keep(OriginalSections.Documents, "thanh_phan_ho_so", row.Documents, documents.Sure);
        kept.Keep(OriginalSections.LegalBases, "can_cu_phap_ly", row.LegalBases, legal.Sure);
        kept.Describe(row.Description);
        RemarkOnStaleLevel(row, title, remark);
        var procedure = Named(row, title) with
        {
            Steps = steps.Items,
            Documents = documents.Items,
            Methods = methods.Items,
            LegalBases = legal.Items,
            Outcomes = outcomes.Items,
            Conditions = Attributes.Conditions(row.Conditions),
            OriginalText = kept.Texts,
        };
        return Completed(procedure, row, methods.Sure);
    }

    private static Procedure Named(PortalRow row, string title) => new(row.Code, title)
    {
        Field = SourceText.Said(row.Field.Length > 0 ? row.Field : row.ListField),
        IssuingAgency = SourceText.Said(row.Agency),
        PerformingAgency = Performer(row),
        ReceivingPlace = SourceText.Said(row.ReceivingPlace),
        Levels = Attributes.Levels(row.Levels),
        ApplicantKinds = Attributes.ApplicantKinds(row.Applicants),
        SourceUrl = Attributes.Url(row.Url, row.FallbackUrl),
        DecisionNumber = SourceText.Said(row.DecisionNumber),
        SourceDate = Attributes.CrawlDate(row.Crawl),
    };

    private static Procedure Completed(Procedure procedure, PortalRow row, bool methodsSure)
    {
        var words = string.Join('\n', row.Steps, row.Methods, string.Join('\n', row.Tables.Methods.Select(m => m.Note)), row.Description);
        return procedure with
        {
            Online = Conveniences.Online(procedure.Name, procedure.Methods, methodsSure),
            Postal = Conveniences.Postal(procedure.Methods, methodsSure, words),
            PayOnline = Conveniences.PayOnline(words),
            Detail = DetailOf(procedure, row.Quality),
        };
    }

    /// <summary>What the row really holds: a row that says "full" and holds nothing is a title.</summary>
    private static Detail DetailOf(Procedure procedure, string quality)
    {
        if (procedure.Documents.Count + procedure.Steps.Count + procedure.Methods.Count == 0) return Detail.TitleOnly;
        if (quality == "fallback_flat") return Detail.Flat;
        return quality == "full_no_fees" ? Detail.NoFees : Detail.Full;
    }

    // The list is newer than the page: since 1 July 2025 there is no district, and pages still name it.
    private static string Performer(PortalRow row)
    {
        var listed = SourceText.Said(row.ListPerformer);
        return (listed.Length > 0 ? listed : SourceText.Said(row.Performer)).Replace("\n", "; ", StringComparison.Ordinal);
    }

    private static void RemarkOnStaleLevel(PortalRow row, string title, Action<string, string> remark)
    {
        foreach (var (field, text) in new[] { ("ten_thu_tuc", title), ("co_quan_thuc_hien", Performer(row)), ("trinh_tu_thuc_hien", row.Steps) })
            if (text.Contains("cấp huyện", StringComparison.OrdinalIgnoreCase)) remark(field, "Còn nhắc cấp huyện, không còn từ 1/7/2025");
    }

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
