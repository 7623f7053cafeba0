namespace Chatbot.Catalogue.Import.Tables;

using static ProcedureColumns;

/// <summary>A row of the procedures' template as a <see cref="Procedure"/>.</summary>
public static class TableProcedure
{
    public static CatalogueRow<Procedure> Read(TableRow row)
    {
        var code = row[Code.Heading];
        var cells = new CellReader(row, code);
        var procedure = Parts(cells, code);
        if (EntryRules.Problem(procedure) is not { } broken) return new CatalogueRow<Procedure>(row.Number, procedure, cells.Problems);
        return new CatalogueRow<Procedure>(row.Number, null, [.. cells.Problems, new RowProblem(row.Number, code, broken.Field, broken.Problem) { LeftOut = true }]);
    }

    private static Procedure Parts(CellReader cells, string code)
    {
        var procedure = new Procedure(code, cells.Line(Name))
        {
            Field = cells.Line(Field),
            IssuingAgency = cells.Line(IssuingAgency),
            PerformingAgency = cells.Line(PerformingAgency),
            ReceivingPlace = cells.Text(ReceivingPlace),
            Levels = Attributes.Levels(cells.Line(Levels)),
            ApplicantKinds = Attributes.ApplicantKinds(cells.Line(Applicants)),
            Steps = [.. cells.Lines(Steps).Select(s => new Step(s))],
            Documents = Cases(cells),
            Methods = Ways(cells),
            Conditions = cells.Lines(Conditions),
            LegalBases = [.. cells.Lines(LegalBases).Select(l => CellReader.Parts(l, 2)).Select(p => new LegalBasis(p[0], p[1]))],
            Outcomes = [.. cells.Lines(Outcomes).Select(l => CellReader.Parts(l, 2)).Select(p => new Outcome(p[0]) { Code = p[1] })],
        };
        return Facts(cells, procedure);
    }

    private static Procedure Facts(CellReader cells, Procedure procedure) => procedure with
    {
        Online = cells.Word(Online, OnlineLevel.Unknown, ("Toàn trình", OnlineLevel.FullOnline), ("Một phần", OnlineLevel.PartialOnline), ("Không", OnlineLevel.None)),
        Postal = YesOrNo(cells, Postal),
        PayOnline = YesOrNo(cells, PayOnline),
        SourceUrl = Attributes.Url(cells.Line(SourceUrl)),
        DecisionNumber = cells.Line(DecisionNumber),
        SourceDate = cells.Day(SourceDate),
        Status = cells.Word(Status, ProcedureStatus.InForce, ("Còn hiệu lực", ProcedureStatus.InForce), ("Sửa đổi", ProcedureStatus.Amended),
            ("Bãi bỏ", ProcedureStatus.Repealed), ("Thay thế", ProcedureStatus.Replaced)),
        ValidFrom = cells.Day(ValidFrom),
        ValidUntil = cells.Day(ValidUntil),
        ReplacedBy = cells.Line(ReplacedBy) is { Length: > 0 } other ? other : null,
        Detail = DetailOf(procedure),
    };

    private static Answerable YesOrNo(CellReader cells, Column column) =>
        cells.Word(column, Answerable.Unknown, ("Có", Answerable.Yes), ("Không", Answerable.No));

    internal static Detail DetailOf(Procedure procedure)
    {
        if (procedure.Steps.Count + procedure.Documents.Count + procedure.Methods.Count == 0) return Detail.TitleOnly;
        return procedure.Methods.Any(m => m.Fees.Count > 0) ? Detail.Full : Detail.NoFees;
    }

    private static List<DocumentCase> Cases(CellReader cells)
    {
        var cases = new List<(string Name, List<RequiredDocument> Papers)>();
        foreach (var line in cells.Lines(Documents))
        {
            if (line.StartsWith('#')) cases.Add((line.TrimStart('#', ' '), []));
            else
            {
                if (cases.Count == 0) cases.Add(("", []));
                cases[^1].Papers.Add(Paper(cells, line));
            }
        }
        return [.. cases.Where(c => c.Papers.Count > 0).Select(c => new DocumentCase(c.Name, c.Papers))];
    }

    private static RequiredDocument Paper(CellReader cells, string line)
    {
        var parts = CellReader.Parts(line, 6);
        var url = Attributes.Url(parts[4]);
        return new RequiredDocument(parts[0])
        {
            Originals = Count(cells, parts[1]),
            Copies = Count(cells, parts[2]),
            Form = parts[3].Length + url.Length > 0 ? new Form(parts[3].Length > 0 ? parts[3] : parts[0]) { Url = url } : null,
            Note = parts[5],
        };
    }

    private static int? Count(CellReader cells, string text)
    {
        if (text.Length == 0) return null;
        if (int.TryParse(text, out var count) && count is >= 0 and < 1000) return count;
        cells.Remark(Documents, $"Số bản không phải là số: “{text}”");
        return null;
    }

    private static List<SubmissionMethod> Ways(CellReader cells)
    {
        var methods = new List<SubmissionMethod>();
        foreach (var line in cells.Lines(Methods))
        {
            var parts = CellReader.Parts(line, 4);
            if (MethodsParser.Channel(parts[0]) is { } channel)
                methods.Add(new SubmissionMethod(channel) { Time = TimeParser.Parse(parts[1]), Fees = Charges(parts[2]), Note = SourceText.Said(parts[3]) });
            else cells.Remark(Methods, $"Hình thức nộp không rõ: “{parts[0]}”");
        }
        return methods;
    }

    private static List<Fee> Charges(string cell) =>
        [.. cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(c => FeesParser.Cell(c).Items)];
}
