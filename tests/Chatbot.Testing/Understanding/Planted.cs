using System.Text;
using Chatbot.Understanding.Text;

namespace Chatbot.Testing.Understanding;

/// <summary>A made-up citizen's text with personal data planted in it; everything is drawn from the seed, nothing from a real person.</summary>
public sealed class Planted
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Mai", "Đinh", "Hoàng", "Lò", "Giàng", "Thạch", "Tạ", "Cao", "Hà"];
    private static readonly string[] Middles = ["Văn", "Thị", "Đức", "Thanh", "Ngọc", "Minh", "Hữu", "Quang", "Thị Thu", "Thị Ngọc", "Xuân", "Bảo"];
    private static readonly string[] Givens = ["Hùng", "Lan", "Tuấn", "Hạnh", "Dũng", "Thảo", "Yến", "Khôi", "Trang", "Phượng", "Cường", "Duyên", "Oanh", "Tùng", "Nhung", "Thắng", "Loan", "Hiếu", "Quỳnh", "Vinh"];
    private static readonly string[] Streets = ["Lê Lợi", "Trần Phú", "Nguyễn Trãi", "Hùng Vương", "Lý Thường Kiệt", "Điện Biên Phủ"];
    private static readonly string[] Hamlets = ["Đoài", "Thượng", "Mỹ Hòa", "Phú Lợi", "Trung Lập", "Bồng Lai"];
    private static readonly string[] Communes = ["xã Bình Minh", "phường Tân Lập", "xã Đông Sơn", "phường 5"];
    private static readonly string[] Words = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private readonly Random random;
    private readonly List<string> secrets = [];

    private Planted(int seed)
    {
        random = new Random(seed);
        Text = Written();
    }

    public string Text { get; }

    /// <summary>What must not be found in the masked text, in any spelling.</summary>
    public IReadOnlyList<string> Secrets => secrets;

    public static Planted Of(int seed) => new(seed);

    /// <summary>The secrets that a text still tells, however they are spelled in it.</summary>
    public IEnumerable<string> LeaksIn(string text)
    {
        var shown = Bare(text);
        return secrets.Where(secret => shown.Contains(Bare(secret), StringComparison.Ordinal));
    }

    /// <summary>Letters and digits alone, without accents: no spelling hides a secret from this.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder();
        foreach (var c in Letters.Fold(text.ToLowerInvariant())) if (char.IsLetterOrDigit(c)) bare.Append(c);
        return bare.ToString();
    }

    private string Written()
    {
        var sentences = Shuffled([Self(), Contact(), Papers(), Where(), Relative(), Money()]).Take(random.Next(3, 7)).ToList();
        var story = $"{Pick("Cho em hỏi thủ tục đăng ký khai sinh (mã 1.001193).", "Kính gửi UBND, tôi muốn hỏi việc cấp lại giấy tờ.", "Theo Nghị định 123/2015/NĐ-CP thì phí là 8.000 đồng phải không ạ?")} {string.Join(' ', sentences)}";
        var text = random.Next(4) == 0 ? $"{story}\n{Pick("Trân trọng,", "Em cảm ơn.", "Người viết:")}\n{Name()}" : story;
        return random.Next(5) switch { 0 => text.ToLowerInvariant(), 1 => Letters.Fold(text), 2 => Letters.Fold(text.ToLowerInvariant()), _ => text };
    }

    private string Self() => Pick("Tôi tên là {0}.", "Em là {0},", "Họ và tên: {0}.", "Tên em là {0} ạ.", "Tôi: {0},").Replace("{0}", Name(), StringComparison.Ordinal)
        + Pick("", $" sinh ngày {Secret($"{random.Next(1, 28):00}/{random.Next(1, 12):00}/19{random.Next(50, 99)}")}.", $" sinh năm {Secret($"19{random.Next(50, 99)}")}.", $" {Birth()}.");

    private string Birth()
    {
        var (day, month, year) = (random.Next(1, 28), random.Next(1, 12), random.Next(50, 99));
        return random.Next(6) switch
        {
            0 => $"Sinh ngày {Secret($"{day} tháng {month} năm 19{year}")}",
            1 => $"Ngày sinh: {Secret($"{day:00}-{month:00}-19{year}")}",
            2 => $"sn {Secret($"{day:00}.{month:00}.19{year}")}",
            3 => $"Ngày tháng năm sinh {Secret($"{day}/{month}/19{year}")}",
            4 => $"sn {Secret($"19{year}")}",
            _ => $"em sinh {Secret($"{day:00}/{month:00}/{year}")}",
        };
    }

    private string Contact() => Pick("SĐT {0}.", "Liên hệ {0} giúp em.", "Gọi cho em số {0} nhé.", "zalo {0}.", "Máy của tôi {0}.").Replace("{0}", Phone(), StringComparison.Ordinal)
        + Pick("", $" Mail {Secret($"nguoi.dan{random.Next(100)}@gmail.com")}.", $" fb {Secret($"facebook.com/lan.{random.Next(1000)}")}.", $" {Mail()}.");

    private string Mail()
    {
        var (who, number) = (Pick("lananh", "tuan.nv", "hoa_pham", "minh-quan"), random.Next(1, 999));
        secrets.Add($"{who}{number}");
        return random.Next(5) switch
        {
            0 => $"email {who}{number}@yahoo.com.vn",
            1 => $"Email: {who}{number} @ gmail.com",
            2 => $"thư điện tử {who}{number}(at)gmail.com",
            3 => $"gmail của em là {who}{number}@gmail.com",
            _ => $"gửi vào {who}{number} @outlook.com nhé",
        };
    }

    private string Papers() => Pick(
        $"CCCD {Spaced($"0{random.Next(10, 99)}{random.Next(100, 399)}{random.Next(100000, 999999)}", 3)}.",
        $"CMND cũ của tôi là {Spaced($"{random.Next(100, 399)}{random.Next(100000, 999999)}", 3)}.",
        $"Hộ chiếu {Secret($"C{random.Next(1000000, 9999999)}")}.",
        $"Mã hồ sơ {Secret($"H49.20-250{random.Next(100, 999)}-0{random.Next(100, 999)}")}.",
        $"Mã hồ sơ: {Secret($"000.{random.Next(10, 99)}.{random.Next(10, 99)}.H{random.Next(10, 65)}-25{random.Next(10, 12)}{random.Next(10, 28)}-{random.Next(1000, 9999)}")}.",
        $"Số biên nhận {Secret($"{random.Next(1000, 9999)}/25")}.",
        $"Số căn cước của em {Spaced($"0{random.Next(10, 99)}{random.Next(100, 399)}{random.Next(100000, 999999)}", 4)}.",
        $"căn cước công dân số {Spaced($"0{random.Next(10, 99)}{random.Next(100, 399)}{random.Next(100000, 999999)}", 6)} cấp tại Cục.",
        $"Mã định danh cháu bé {Spaced($"0{random.Next(10, 99)}{random.Next(100, 399)}{random.Next(100000, 999999)}", 3)}.",
        $"Xe máy {Secret($"{random.Next(11, 99)}{Pick("B", "C", "H")}{random.Next(1, 9)}-{random.Next(100, 999)}.{random.Next(10, 99)}")}.",
        $"biển số {Secret($"{random.Next(11, 99)}-{Pick("B", "F", "K")}{random.Next(1, 9)} {random.Next(100, 999)}.{random.Next(10, 99)}")}.",
        $"Ô tô {Secret($"{random.Next(11, 99)}A {random.Next(100, 999)} {random.Next(10, 99)}")}.",
        $"BKS: {Secret($"{random.Next(11, 99)}{Pick("D", "E", "M")}{random.Next(10000, 99999)}")}.",
        $"Mã tra cứu {Secret("K7M-4PQX")}.",
        $"Xe biển {Secret($"{random.Next(11, 99)}A-{random.Next(100, 999)}.{random.Next(10, 99)}")}.",
        $"Mã số thuế {Secret($"8{random.Next(100000000, 999999999)}")}.",
        $"Số sổ BHXH {Secret($"01{random.Next(10000000, 99999999)}")}.",
        $"Thẻ BHYT {Secret($"GD4{random.Next(10, 99)}{random.Next(10, 99)}{random.Next(10000000, 99999999)}")}.");

    private string Money() => $"{Pick("Chuyển vào stk", "Số tài khoản", "TK Vietcombank")} {Spaced($"{random.Next(10, 99)}{random.Next(10000000, 99999999)}{Pick("", $"{random.Next(10, 99)}", $"{random.Next(1000, 9999)}")}", 4)}{Pick("", " ngân hàng Agribank", " MB", " (VCB)")}.";

    private string Where()
    {
        var commune = Pick(Communes);
        return random.Next(18) switch
        {
            7 => $"Nhà em {Secret($"ngách {random.Next(2, 99)}/{random.Next(2, 30)} ngõ {random.Next(100, 400)}")} {Pick(Streets)}, {commune}.",
            8 => $"Tôi ở {Secret($"tổ dân phố số {random.Next(2, 20)}")}, {commune}.",
            9 => $"gia đình tôi ở {Secret($"xóm {random.Next(2, 20)}")}, {commune}.",
            10 => $"Em ở trọ {Secret($"số nhà {random.Next(2, 99)}B")}, {commune}.",
            11 => $"Nhà tôi ở {Secret($"bản {Pick("Nà Lúa", "Pa Hán", "Huổi Sáy")}")}, {commune}.",
            12 => $"Nhà em ở {Secret($"buôn {Pick("Ako Dhong", "Ea Bông")}")}, {commune}.",
            13 => $"Địa chỉ em: {Secret($"phòng {random.Next(301, 1900)} chung cư CT{random.Next(1, 9)}")}, {commune}.",
            14 => $"Nhà tôi {Secret($"kiệt {random.Next(11, 99)} {Pick(Streets)}")}, {commune}.",
            15 => $"Em ở {Secret($"đội {random.Next(2, 20)}")} {Secret($"thôn {Pick(Hamlets)}")}, {commune}.",
            16 => $"Nơi ở hiện tại: {Secret($"khối {random.Next(2, 20)}")}, {commune}.",
            17 => $"HKTT: {Secret($"tổ {random.Next(2, 30)} ấp {Pick("Bình An", "Hòa Thạnh", "Tân Lợi")}")}, {commune}.",
            0 => $"Nhà tôi ở {Secret($"số {random.Next(2, 99)} ngõ {random.Next(2, 99)} đường {Pick(Streets)}")}, {commune}.",
            1 => $"Địa chỉ: {Secret($"{random.Next(2, 99)}/{random.Next(2, 99)} {Pick(Streets)}")}, {commune}, tỉnh Mẫu.",
            2 => $"Em ở {Secret($"thôn {Pick(Hamlets)}")}, {commune}.",
            3 => $"Tôi thường trú tại {Secret($"tổ {random.Next(2, 30)}, khu phố {random.Next(2, 9)}")}, {commune}.",
            4 => $"Em trọ ở {Secret($"hẻm {random.Next(11, 99)}/{random.Next(2, 9)} {Pick(Streets)}")}, {commune}.",
            5 => $"Nhà em ở {Secret($"ấp {random.Next(2, 9)}")}, {commune}.",
            _ => $"Vị trí nhà tôi: {Secret($"21.0{random.Next(100, 999)}, 105.8{random.Next(100, 999)}")}.",
        };
    }

    private string Relative() => Pick("Chồng em là {0}", "Con trai tôi tên {0}", "Làm cho mẹ em là bà {0}", "Chị {0} ở cạnh nhà cũng hỏi", "Ông {0} là chủ đất").Replace("{0}", Name(), StringComparison.Ordinal) + " ạ.";

    private string Name()
    {
        var name = random.Next(8) switch
        {
            0 => $"{Pick(Families)} {Pick(Givens)}",
            1 => $"{Pick(Families)} {Pick(Middles)} {Pick("Anh", "Phương", "Hồng")} {Pick(Givens)}",
            2 => Pick("Thào A Páo", "Sùng Thị Mỷ", "Vàng A Chống", "Lò Văn Pành", "Hoàng Phủ Ngọc Lan", "Tôn Nữ Thu Hạnh", "Giàng Seo Vảng"),
            _ => $"{Pick(Families)} {Pick(Middles)} {Pick(Givens)}",
        };
        return Secret(random.Next(6) == 0 ? name.ToUpperInvariant() : name);
    }

    private string Phone()
    {
        var digits = $"0{Pick("9", "8", "3", "7")}{random.Next(10000000, 99999999)}";
        secrets.Add(digits);
        secrets.Add(digits[1..]);
        return random.Next(13) switch
        {
            9 => $"{digits[..2]} {digits[2..4]} {digits[4..6]} {digits[6..8]} {digits[8..]}",
            10 => $"+84 {digits[1..3]} {digits[3..6]} {digits[6..8]} {digits[8..]}",
            11 => $"84-{digits[1..4]}-{digits[4..7]}-{digits[7..]}",
            12 => $"{digits[..3]} {digits[3..6]} {digits[6..]}",
            0 => digits,
            1 => $"{digits[..4]} {digits[4..7]} {digits[7..]}",
            2 => $"{digits[..4]}.{digits[4..7]}.{digits[7..]}",
            3 => $"{digits[..3]}-{digits[3..6]}-{digits[6..]}",
            4 => $"+84{digits[1..]}",
            5 => $"(+84) {digits[1..4]} {digits[4..7]} {digits[7..]}",
            6 => Spelled(digits),
            7 => string.Join(' ', digits.ToCharArray()),
            _ => $"84 {digits[1..]}",
        };
    }

    private string Spelled(string digits)
    {
        var spelled = string.Join(' ', digits.Select(d => Words[d - '0']));
        secrets.Add(spelled);
        return spelled;
    }

    private string Spaced(string digits, int every)
    {
        secrets.Add(digits);
        var parts = digits.Chunk(every).Select(part => new string(part));
        return string.Join(Pick("", " ", ".", "-"), parts);
    }

    private string Secret(string value)
    {
        secrets.Add(value);
        return value;
    }

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    private IEnumerable<string> Shuffled(string[] from)
    {
        random.Shuffle(from);
        return from;
    }
}
