using System.Globalization;
using Chatbot.Channels;

namespace Chatbot.Tests.Channels.Shared;

public sealed class TextSplitterTests
{
    private static readonly string[] Pieces =
        ["Hồ sơ gồm: ", "Tờ khai", " (mẫu số 1)", ". ", "! ", "? ", "… ", "; ", "\n", "\n\n", "1. ", "TP. Huế", "1.500.000 đồng", "👨‍👩‍👧‍👦", "e\u0302\u0301",
            "khôngcókhoảngtrắng", " ", "  ", "https://dichvucong.gov.vn/p/home?ma=1.001193", "ở đâu", "\t"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Theory, MemberData(nameof(Seeds))]
    public void No_part_is_too_long_nothing_is_lost_and_the_order_stays(int seed)
    {
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 400)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        var limit = random.Next(20, 300);
        var parts = TextSplitter.Split(text, limit);
        Assert.All(parts, part => Assert.InRange(part.Length, text.Trim().Length == 0 ? 0 : 1, limit));
        Assert.Equal(Letters(text), Letters(string.Concat(parts)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_letter_is_torn_from_its_accents(int seed)
    {
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, 300).Select(_ => random.Next(2) == 0 ? "e\u0302\u0301" : "👨‍👩‍👧‍👦"));
        var whole = Elements(text);
        Assert.Equal(whole, TextSplitter.Split(text, random.Next(20, 200)).SelectMany(Elements));
    }

    [Fact]
    public void A_long_answer_is_cut_between_sentences()
    {
        var text = string.Join(" ", Enumerable.Range(1, 60).Select(i => $"Đây là câu số {i} của câu trả lời."));
        var parts = TextSplitter.Split(text, 200);
        Assert.True(parts.Count > 5);
        Assert.All(parts, part => Assert.EndsWith(".", part, StringComparison.Ordinal));
    }

    [Fact]
    public void Paragraphs_come_before_sentences()
    {
        var text = new string('a', 60) + ". Hết đoạn.\n\n" + new string('b', 15) + ". " + new string('c', 60);
        Assert.Equal(new string('a', 60) + ". Hết đoạn.", TextSplitter.Split(text, 100)[0]);
    }

    [Theory]
    [InlineData("Ủy ban nhân dân TP. Huế")]
    [InlineData("giấy tờ cần nộp: 1. Tờ khai")]
    public void A_dot_inside_a_name_or_a_number_ends_no_sentence(string end)
    {
        var text = "Câu đầu tiên kết thúc ở đây. " + end + " " + new string('x', 40);
        var limit = text.LastIndexOf('.') + 2;
        Assert.Equal("Câu đầu tiên kết thúc ở đây.", TextSplitter.Split(text, limit)[0]);
    }

    [Fact]
    public void A_text_that_fits_stays_whole() => Assert.Equal(["Xin chào. Tạm biệt."], TextSplitter.Split(" Xin chào. Tạm biệt.\n", 20));

    [Theory]
    [InlineData("Đăng ký khai sinh", 50, "Đăng ký khai sinh")]
    [InlineData("Đăng ký khai sinh", 9, "Đăng ký…")]
    [InlineData("e\u0302\u0301e\u0302\u0301", 5, "e\u0302\u0301…")]
    public void A_title_is_shortened_between_letters(string title, int limit, string expected) =>
        Assert.Equal(expected, TextSplitter.Shorten(title, limit));

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<string> Elements(string text)
    {
        for (var all = StringInfo.GetTextElementEnumerator(text); all.MoveNext();) yield return all.GetTextElement();
    }
}
