using Chatbot.Understanding.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Chatbot.Tests.Understanding;

public sealed class TextTests
{
    [Fact]
    public void Normalising_twice_is_normalising_once()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var once = VietnameseText.Normalise(Any.Text(seed));
            Assert.True(once == VietnameseText.Normalise(once), $"seed {seed}: {once}");
        }
    }

    [Fact]
    public void Normalising_never_throws_on_any_string() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<string?>(s => VietnameseText.Normalise(s ?? "").IsNormalized()));

    [Fact]
    public void Understanding_never_throws_on_any_string()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var understood = SmallCatalogue.Understander.Understand(Any.Text(seed), seed % 3 == 0 ? "1.001193" : null);
            Assert.InRange(understood.Confidence, 0, 1);
            Assert.True(understood.Candidates.Count <= 10, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("HOÀ", "hòa")]
    [InlineData("thuý", "thúy")]
    [InlineData("quý", "quý")]
    [InlineData("giữ", "giữ")]
    [InlineData("uỷ ban", "ủy ban")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("thuở", "thuở")]
    [InlineData("hoàng", "hoàng")]
    [InlineData("e\u0302\u0301", "ế")]
    [InlineData("  hai \u00a0 chỗ\u200btrống ", "hai chỗtrống")]
    [InlineData("“ngoặc”", "\"ngoặc\"")]
    public void The_same_text_has_one_spelling(string written, string normal) => Assert.Equal(normal, VietnameseText.Normalise(written));

    [Theory]
    [InlineData("kys", "ký")]
    [InlineData("ddaatj", "đật")]
    [InlineData("moiws", "mới")]
    [InlineData("caanf", "cần")]
    [InlineData("dđăng", "đăng")]
    [InlineData("nguoiwf", "người")]
    [InlineData("dduwowcj", "được")]
    [InlineData("thuees", "thuế")]
    public void Telex_left_overs_are_read(string typed, string meant) => Assert.Equal(meant, Typing.FromTelex(typed));

    [Theory]
    [InlineData("ca6n2", "cần")]
    [InlineData("d9a6t1", "đất")]
    [InlineData("gia6y1", "giấy")]
    [InlineData("d9u7o7c5", "được")]
    public void Vni_left_overs_are_read(string typed, string meant) => Assert.Equal(meant, Typing.FromVni(typed));

    [Theory]
    [InlineData("lam giay khia sinh", "khai")]
    [InlineData("em cần đăng kys khai sinhh", "ký")]
    [InlineData("mất sỗ đỏ làm sao", "sổ")]
    [InlineData("đk khai sinh", "đăng")]
    [InlineData("ubnd xa", "ủy")]
    public void Slips_and_short_forms_are_repaired(string written, string word) =>
        Assert.Contains(SmallCatalogue.Understander.Read(written).Words, w => w.Text == word || (w.Folded == Letters.Fold(word) && w.Text == w.Folded));

    [Theory]
    [InlineData("má", "ma", "mã")]
    [InlineData("nợ", "no", "nó")]
    public void Folding_keeps_what_accents_tell_apart(string word, string folded, string other)
    {
        Assert.Equal(folded, Letters.Fold(word));
        Assert.NotEqual(word, other);
        Assert.Equal(Letters.Fold(other), Letters.Fold(word));
    }

    [Theory]
    [InlineData("chiueu", "chieu", true)]
    [InlineData("olnine", "online", true)]
    [InlineData("sinh", "sinh", true)]
    [InlineData("giay", "ngay", false)]
    public void One_slip_of_the_finger_has_a_cost_and_two_have_none(string typed, string meant, bool near) => Assert.Equal(near, Neighbours.Cost(typed, meant) is not null);

    [Fact]
    public void A_swap_is_cheaper_than_a_far_key() => Assert.True(Neighbours.Cost("tuhe", "thue") < Neighbours.Cost("tpue", "thue"));
}
