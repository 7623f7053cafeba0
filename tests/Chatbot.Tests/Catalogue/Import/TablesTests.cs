using System.Text;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;
using Chatbot.Catalogue.Import.Tables;

namespace Chatbot.Tests.Catalogue.Import;

public sealed class TablesTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void The_procedures_template_reads_back_as_its_example(string format)
    {
        var procedure = Procedure(TableProcedure.Read(Template(format, ProcedureColumns.All).Single()));
        Assert.Equal("9.000001", procedure.Code);
        Assert.Equal(3, procedure.Steps.Count);
        Assert.Equal(["", "Trường hợp tổ chức sự kiện"], procedure.Documents.Select(c => c.Name));
        Assert.Equal(new RequiredDocument("Đơn đăng ký") { Originals = 1, Copies = 0, Form = new Form("Mẫu số 01") { Url = "https://example.vn/mau-01.docx" } }, procedure.Documents[0].Documents[0]);
        Assert.Equal(20_000, procedure.Methods[0].Fees.Single().Amount);
        Assert.True(procedure.Methods[1].Fees.Single().IsFree);
        Assert.Equal((OnlineLevel.PartialOnline, Answerable.Yes, Answerable.No), (procedure.Online, procedure.Postal, procedure.PayOnline));
        Assert.Equal(new DateOnly(2026, 8, 1), procedure.ValidFrom);
        Assert.Equal(new LegalBasis("Nghị định về nhà văn hóa", "12/2024/NĐ-CP"), procedure.LegalBases.Single());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void The_FAQ_template_reads_back_as_its_example(string format)
    {
        var row = TableFaq.Read(Template(format, FaqColumns.All).Single());
        Assert.Empty(row.Problems);
        Assert.Equal(2, row.Entry!.Questions.Count);
    }

    [Fact]
    public void A_semicolon_table_with_a_bad_cell_is_read_and_the_cell_reported()
    {
        var rows = CsvTable.Read(Bytes("Mã thủ tục;Tên thủ tục;Ngày nguồn;Cách thức thực hiện\n9.000002;Thử;hôm qua;\"Bồ câu | 1 ngày\nTrực tiếp | 2 ngày |  |\"\n"));
        var row = TableProcedure.Read(rows.Single());
        Assert.Equal(["Ngày nguồn", "Cách thức thực hiện"], row.Problems.Select(p => p.Field).Order().Reverse());
        Assert.Empty(Procedure(row).Methods.Single().Fees);
        Assert.Equal(Detail.NoFees, Procedure(row).Detail);
    }

    [Fact]
    public void Row_numbers_are_those_that_the_person_sees() =>
        Assert.Equal([2, 3], CsvTable.Read(Bytes("Mã câu hỏi\na\nb\n")).Select(r => r.Number));

    [Fact]
    public void A_workbook_that_is_none_says_so() => Assert.Throws<InvalidDataException>(() => XlsxTable.Read(Bytes("PK not a workbook")));

    private static Procedure Procedure(CatalogueRow<Procedure> row) => row.Entry!;

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static IReadOnlyList<TableRow> Template(string format, IReadOnlyList<Column> columns)
    {
        var file = new MemoryStream();
        if (format == "csv") CsvTable.WriteTemplate(file, columns);
        else XlsxTemplate.Write(file, columns);
        file = new MemoryStream(file.ToArray());
        return format == "csv" ? [.. CsvTable.Read(file)] : XlsxTable.Read(file);
    }
}
