using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Catalogue.Import;
using Chatbot.Testing.House;

namespace Chatbot.Tests.Catalogue.Import;

/// <summary>Whatever a row holds, the importer reports it and goes on. Seeds are printed with the failing row.</summary>
public sealed class MutatedRowsTests
{
    private static readonly string[] Fields =
    [
        "ma_thu_tuc", "ten_thu_tuc", "cap_thuc_hien", "doi_tuong_thuc_hien", "trinh_tu_thuc_hien", "cach_thuc_thuc_hien", "thanh_phan_ho_so",
        "can_cu_phap_ly", "yeu_cau_dieu_kien", "ket_qua_xu_ly", "raw_text", "_structured", "_quality", "_crawl", "detail_url", "mo_ta",
    ];

    private const string Scraps = "Trực tuyến|Trực tiếp|Dịch vụ bưu chính|Miễn phí|Không có thông tin|10,000 Việt Nam Đồng|(((|)))|1 bản chính|,1 bản sao|Tên giấy tờMẫu đơn, tờ khaiSố lượng|" +
        "Mẫu.docx|54/2014/QH13|/2025/NĐ-CP|Mã: KQ.G24.000048|Từ khóa|Mô tả|Bước 1|<br>|\\||\u0000|\u00a0|\ud7ff|\ufffe|99999999999999999999 Ngày|Thành phần hồ sơ|Căn cứ pháp lý|Cơ quan thực hiện|\n|\t|€|😀|1.5 Ngày|0 Ngày";

    [Theory]
    [InlineData(20_261)]
    [InlineData(20_262)]
    [InlineData(20_263)]
    public void No_mutated_row_throws(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++)
        {
            var text = Mutated(random);
            var thrown = Record.Exception(() => Import(text));
            Assert.True(thrown is null, $"seed {seed}, row {i}: {thrown}\n{text}");
        }
    }

    [SkippableOnSharedFact]
    public async Task No_mutated_row_of_the_portal_throws()
    {
        var random = new Random(97);
        await using var file = File.OpenRead(Path.Combine(Repository.Shared!, "data", "procedures.jsonl.gz"));
        await foreach (var line in PortalFile.ReadAsync(file, CancellationToken.None))
        {
            var text = Cut(random, line.Json.GetRawText());
            var thrown = Record.Exception(() => Import(text));
            Assert.True(thrown is null, $"row {line.Number}: {thrown}");
        }
    }

    private static void Import(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        foreach (var row in JsonRows.ProceduresAsync(file, new SectionShares(), CancellationToken.None).ToBlockingEnumerable())
            Assert.True(row.Entry is not null || row.Problems.Any(p => p.LeftOut), "A row was dropped without a word.");
    }

    private static string Mutated(Random random)
    {
        var row = new JsonObject { ["ma_thu_tuc"] = "1.001193", ["ten_thu_tuc"] = "Tên" };
        foreach (var field in Fields)
            if (random.Next(4) > 0) row[field] = Value(random, field);
        if (random.Next(5) > 0) row["ma_thu_tuc"] = "1.001193";
        return Cut(random, row.ToJsonString());
    }

    private static JsonNode? Value(Random random, string field) => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(),
        2 => new JsonArray(1, "x", null),
        3 => new JsonObject { ["methods"] = "x", ["documents"] = new JsonArray(new JsonObject { ["ten_giay_to"] = 1, ["ban_chinh"] = Junk(random) }, 5) },
        _ => field == "cach_thuc_thuc_hien" ? "Hình thức nộpThời gianPhí, lệ phíMô tả" + Junk(random)
            : field == "can_cu_phap_ly" ? "Tên văn bản pháp lýMã văn bản" + Junk(random) : Junk(random),
    };

    private static string Junk(Random random)
    {
        var scraps = Scraps.Split('|');
        var text = new StringBuilder();
        for (var i = random.Next(30); i > 0; i--)
            text.Append(random.Next(3) == 0 ? ((char)random.Next(1, 0xD7FF)).ToString() : scraps[random.Next(scraps.Length)]);
        return text.ToString();
    }

    // Cuts, doubles or spoils a few characters of the line itself: escapes break, quotes go missing.
    private static string Cut(Random random, string json)
    {
        var text = new StringBuilder(json.ReplaceLineEndings(""));
        for (var i = random.Next(4); i > 0 && text.Length > 2; i--)
        {
            var at = random.Next(text.Length);
            if (random.Next(2) == 0) text.Remove(at, Math.Min(random.Next(1, 200), text.Length - at));
            else text.Insert(at, "\"\\{}[]:,0x\\ud800"[random.Next(10)..]);
        }
        return text.ToString();
    }
}
