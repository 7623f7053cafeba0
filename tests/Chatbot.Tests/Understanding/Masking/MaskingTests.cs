using Chatbot.Catalogue.Starter;
using Chatbot.Testing.Understanding;
using Chatbot.Understanding.Masking;

namespace Chatbot.Tests.Understanding.Masking;

public sealed class MaskingTests
{
    private const int Cases = 2_000;

    [Fact]
    public void Planted_personal_data_does_not_leak()
    {
        var leaks = Leaks(text => Mask(text).Text);
        Assert.True(leaks.Count == 0, $"{leaks.Count} leaks:\n{string.Join('\n', leaks.Take(25).Select(leak => $"seed {leak.Seed}: {leak.Secret} in {leak.Text}"))}");
    }

    [Fact]
    public void Without_masking_the_same_check_finds_every_case() => Assert.Equal(Cases, Leaks(text => text).Select(leak => leak.Seed).Distinct().Count());

    [Fact]
    public void Masking_twice_is_masking_once()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var once = Mask(seed % 2 == 0 ? Planted.Of(seed).Text : Any.Text(seed)).Text;
            Assert.True(once == Mask(once).Text, $"seed {seed}:\n{once}\n{Mask(once).Text}");
        }
    }

    [Fact]
    public void Each_finding_says_what_and_where()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var masked = Mask(Planted.Of(seed).Text);
            var end = 0;
            foreach (var finding in masked.Findings)
            {
                Assert.True(finding.Start >= end && finding.Length > 0 && finding.Reason.Length > 0, $"seed {seed}: {finding}");
                end = finding.Start + finding.Length;
            }
            Assert.True(end <= masked.Original.Length, $"seed {seed}");
        }
    }

    [Fact]
    public void What_the_starter_catalogue_says_of_procedures_stays()
    {
        var found = from procedure in StarterCatalogue.Procedures
                    from text in Texts(procedure)
                    let masked = Mask(text)
                    where masked.Findings.Count > 0
                    select $"{procedure.Code}: {string.Join(" | ", masked.Findings.Select(f => $"{f.Kind} {f.Reason}: {masked.Original.Substring(f.Start, f.Length)}"))} in {text}";
        Assert.True(!found.Any(), string.Join('\n', found.Take(60)));
    }

    [Theory]
    [InlineData("Phí 8.000 đồng/bản, từ 10.000.000 - 20.000.000 đồng; nộp 07.30 - 11.30, từ 01/07/2025 đến 31.12.2025.")]
    [InlineData("Căn cứ Luật Hộ tịch 60/2014/QH13, Thông tư 04/2020/TT-BTP, Quyết định số 163/QĐ-BTP ngày 25 tháng 01 năm 2025.")]
    [InlineData("Mã thủ tục 2.000815.000.00.00.H10 và 1.001193, gọi tổng đài 1900 9068 hoặc 18001096, số khẩn 113.")]
    [InlineData("Tổ chức, cá nhân nộp bản sao tại xã Nguyễn Huệ, tỉnh Thái Nguyên; ông bà và anh chị em cùng ký tên vào đơn.")]
    [InlineData("Em ở thành phố Hồ Chí Minh, xem https://dichvucong.gov.vn/p/home/dvc-chi-tiet.html?ma_thu_tuc=1.001193 nhé.")]
    [InlineData("Trẻ sinh ngày 01/01/2021 trở về sau được miễn phí; đăng ký khai sinh năm 2025 tại xã.")]
    public void What_is_public_stays(string text) => Assert.Equal(text, Mask(text).Text);

    [Fact]
    public void The_office_s_own_number_and_address_stay_and_others_go()
    {
        var keep = new KeptWords(["0200 3 000 100"], ["Số 1 đường Trung Tâm"]);
        var masked = PersonalDataMask.Shipped.Apply("Gọi 02003000100 (hoặc +84 200 3000 100), đến Số 1 đường Trung Tâm. Máy em 0912 345 678.", keep);
        Assert.Equal("Gọi 02003000100 (hoặc +84 200 3000 100), đến Số 1 đường Trung Tâm. Máy em [số điện thoại].", masked.Text);
    }

    [Theory]
    [InlineData("em o912 345 678", "em [số điện thoại]")]
    [InlineData("０９１２３４５６７８", "[số điện thoại]")]
    [InlineData("09\u200b12345678", "[số điện thoại]")]
    [InlineData("stk 123456 vcb", "stk [số tài khoản] vcb")]
    [InlineData("nha em 21°01'40\"N 105°50'03\"E", "nha em [tọa độ]")]
    [InlineData("mail lan.anh a còng gmail chấm com", "mail [thư điện tử]")]
    [InlineData("chị H'Hen Niê hỏi", "chị [họ tên] hỏi")]
    [InlineData("co hanh day giup em", "co [họ tên] day giup em")]
    [InlineData("bien so 29a12345", "bien so [biển số xe]")]
    [InlineData("e o thon doai xa binh minh", "e o [địa chỉ] xa binh minh")]
    [InlineData("Gửi xong.\nHùng", "Gửi xong.\n[họ tên]")]
    [InlineData("bien so 29-b1 123.45", "bien so [biển số xe]")]
    [InlineData("Ô tô 30A 123 45 ạ", "Ô tô [biển số xe] ạ")]
    [InlineData("mail lananh98(at)gmail.com", "mail [thư điện tử]")]
    [InlineData("em la ho thang, hoi giup me", "em la [họ tên], hoi giup me")]
    [InlineData("em cam on.\nvang a chong", "em cam on.\n[họ tên]")]
    public void Spellings_that_hide_are_found(string text, string expected) => Assert.Equal(expected, Mask(text).Text);

    [Fact]
    public void Time_grows_with_length_alone()
    {
        var piece = "số nhà 12 ngõ 5 Nguyễn Văn An 0912 345 678 không chín một hai ";
        Mask(piece);
        var (small, large) = (TimeOf(string.Concat(Enumerable.Repeat(piece, 200))), TimeOf(string.Concat(Enumerable.Repeat(piece, 3_200))));
        Assert.True(large < small * 16 * 6 + 500, $"16 times the text took {large} ms instead of {small} ms");
    }

    private static double TimeOf(string text)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Mask(text);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static Masked Mask(string text) => PersonalDataMask.Shipped.Apply(text, KeptWords.None);

    private static List<(int Seed, string Secret, string Text)> Leaks(Func<string, string> mask) =>
        [.. from seed in Enumerable.Range(0, Cases)
            let planted = Planted.Of(seed)
            from secret in planted.LeaksIn(mask(planted.Text))
            select (seed, secret, $"{planted.Text}\n=> {mask(planted.Text)}")];

    private static IEnumerable<string> Texts(Chatbot.Catalogue.Procedure procedure) =>
        procedure.Conditions.Concat(procedure.Outcomes.Select(o => o.Name)).Concat(procedure.Steps.Select(s => s.Text))
            .Concat(procedure.Documents.SelectMany(c => c.Documents.Select(d => d.Name).Prepend(c.Name))).Append(procedure.Name)
            .Concat(procedure.LegalBases.Select(b => $"{b.Title} {b.Number}")).Where(text => text.Length > 0);
}
