using System.Net;
using Chatbot.Cli;
using Chatbot.Cli.Evaluation;
using Chatbot.Understanding;

namespace Chatbot.Tests.Cli;

public sealed class EvaluationPageTests
{
    private static readonly Dictionary<string, string> Titles = new() { ["1.1"] = "Đăng ký <khai sinh>", ["1.2"] = "Đăng ký khai tử" };

    [Fact]
    public void The_page_stands_alone_and_tells_the_figures()
    {
        var page = Write([Asked("hỏi 1", "1.1", right: true), Asked("hỏi 2", "1.1", right: true), Asked("hỏi <b>3</b>", "1.1", right: false)], against: null);
        var text = WebUtility.HtmlDecode(page);
        Assert.Contains("66,7%", text, StringComparison.Ordinal);
        Assert.Contains("Hộ tịch", text, StringComparison.Ordinal);
        Assert.Contains("ngắn", text, StringComparison.Ordinal);
        Assert.Contains("Các câu chưa đúng (1 câu)", text, StringComparison.Ordinal);
        Assert.Contains("hỏi <b>3</b>", text, StringComparison.Ordinal);
        Assert.Contains("Đăng ký khai tử (1.2)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<khai", page, StringComparison.Ordinal);
        foreach (var outside in new[] { "<script", "src=", "href=", "http", "@import", "url(" }) Assert.DoesNotContain(outside, page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void It_is_well_formed()
    {
        var page = Write([Asked("a & b", "1.1", right: false)], [Asked("a & b", "1.1", right: true)]);
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("</html>", StringComparison.Ordinal)];
        System.Xml.Linq.XDocument.Parse(body);
    }

    [Fact]
    public void A_comparison_is_shown_with_its_interval_only_when_there_is_one()
    {
        var many = Enumerable.Range(0, 40).ToList();
        var better = many.ConvertAll(i => Asked($"hỏi {i}", "1.1", right: true));
        var worse = many.ConvertAll(i => Asked($"hỏi {i}", "1.1", right: i % 2 == 0));
        Assert.Contains("+50,0", WebUtility.HtmlDecode(Write(better, worse)), StringComparison.Ordinal);
        Assert.DoesNotContain("So với bản trước", WebUtility.HtmlDecode(Write(better, against: null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_asked_is_no_error() => Assert.Contains("0 câu hỏi", WebUtility.HtmlDecode(Write([], against: null)), StringComparison.Ordinal);

    private static string Write(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Outcome>? against) =>
        new EvaluationPage(Titles, DateTimeOffset.UnixEpoch).Write([new("câu hỏi.jsonl", outcomes, against)]);

    private static Outcome Asked(string text, string code, bool right)
    {
        var asked = new AskedMessage(text, text, null) { Expected = [code], Groups = [[code]], Handling = "procedure", Styles = ["ngắn"] };
        var got = right ? code : "1.2";
        return new(asked, new Understood(Handling.Procedure, Aspect.General, [new(got, 1)], 0.8), "Hộ tịch", right ? 1 : 0, right ? 1 : 0, 200);
    }
}
