using System.Text;
using System.Text.Json;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;

namespace Chatbot.Tests.Channels.Zalo;

public sealed class ZaloMessageMapperTests
{
    private static readonly ZaloLimits Limits = ZaloLimits.BuiltIn[0];
    private static readonly Recipient Citizen = new(ZaloTests.Citizen, null), Anonymous = new("anon-1", "conv-1");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    [Fact]
    public void A_plain_answer_is_exactly_the_body_of_the_manual() =>
        Assert.Equal(["""{"recipient":{"user_id":"8000000000000000001"},"message":{"text":"Chào anh/chị"}}"""], Render(new("Chào anh/chị"), Citizen));

    [Fact]
    public void An_anonymous_visitor_is_answered_by_both_ids_and_without_buttons()
    {
        var body = Assert.Single(Render(new("Chọn giúp") { Choices = [new("Phí", "#phi")] }, Anonymous));
        Assert.StartsWith("""{"recipient":{"anonymous_id":"anon-1","conversation_id":"conv-1"},"message":{"text":"Chọn giúp""", body, StringComparison.Ordinal);
        Assert.Contains("1. Phí", body, StringComparison.Ordinal);
        Assert.DoesNotContain("attachment", body, StringComparison.Ordinal);
        Assert.True(ZaloMessageMapper.IsAnonymous(body));
    }

    [Fact]
    public void Who_calls_himself_like_a_key_is_no_anonymous_visitor() =>
        Assert.False(ZaloMessageMapper.IsAnonymous(Render(new("{\"recipient\":{\"anonymous_id\":"), Citizen)[0]));

    [Fact]
    public void Buttons_links_and_a_number_are_buttons_and_lines_of_text()
    {
        var message = new OutboundMessage("Anh/chị cần gì?")
        {
            Choices = [new("Giấy tờ cần nộp", "#p:1.001193:documents"), new("Phí", "#p:1.001193:fee")],
            Links = [new("Cổng Dịch vụ công", "https://dichvucong.gov.vn")],
            Phone = new("Bộ phận một cửa", "0296 3871 234"),
        };
        var sent = Parse(Assert.Single(Render(message, Citizen)));
        Assert.Equal(
            """
            Anh/chị cần gì?

            Anh/chị bấm nút hoặc trả lời bằng số:
            1. Giấy tờ cần nộp
            2. Phí

            Cổng Dịch vụ công: https://dichvucong.gov.vn
            Bộ phận một cửa: 0296 3871 234
            """.ReplaceLineEndings("\n"), sent.Text);
        Assert.Equal(
            """[{"title":"Giấy tờ cần nộp","type":"oa.query.hide","payload":"#p:1.001193:documents"},{"title":"Phí","type":"oa.query.hide","payload":"#p:1.001193:fee"},{"title":"Cổng Dịch vụ công","type":"oa.open.url","payload":{"url":"https://dichvucong.gov.vn"}},{"title":"Bộ phận một cửa","type":"oa.open.phone","payload":{"phone_code":"842963871234"}}]""",
            sent.Buttons);
    }

    [Fact]
    public void More_than_five_buttons_stay_in_the_text()
    {
        var sent = Parse(Assert.Single(Render(new("Chọn") { Choices = [.. Enumerable.Range(1, 9).Select(i => new Choice($"Mục {i}", $"#m{i}"))] }, Citizen)));
        Assert.Equal(5, JsonDocument.Parse(sent.Buttons!).RootElement.GetArrayLength());
        Assert.Contains("9. Mục 9", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_can_be_switched_off()
    {
        var sent = Parse(ZaloMessageMapper.Render(new("Chọn") { Choices = [new("Một", "#1")] }, Citizen, Limits, useButtons: false)[0]);
        Assert.Null(sent.Buttons);
        Assert.Contains("trả lời bằng số:\n1. Một", sent.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Whatever_is_said_keeps_the_limits(int seed)
    {
        var random = new Random(seed);
        var message = new OutboundMessage(Words(random, random.Next(1, 1500)))
        {
            Choices = [.. Enumerable.Range(0, random.Next(12)).Select(i => new Choice(Words(random, random.Next(1, 40)), "#" + i))],
            Links = [.. Enumerable.Range(0, random.Next(4)).Select(i => new Link(Words(random, 3), i == 1 ? "not an address" : "https://example.gov.vn/" + i))],
            Phone = random.Next(2) == 0 ? null : new PhoneNumber("Gọi", "1022"),
        };
        var bodies = Render(message, Citizen).Select(Parse).ToList();
        Assert.All(bodies, sent => Assert.InRange(sent.Text.Length, 1, 2000));
        Assert.All(bodies, sent => Assert.True(sent.Text.IsNormalized(NormalizationForm.FormC)));
        Assert.All(bodies.SkipLast(1), sent => Assert.Null(sent.Buttons));
        foreach (var button in bodies[^1].Buttons is { } buttons ? JsonDocument.Parse(buttons).RootElement.EnumerateArray() : [])
        {
            Assert.InRange(button.GetProperty("title").GetString()!.Length, 1, 100);
            if (button.GetProperty("payload") is { ValueKind: JsonValueKind.Object } payload && payload.TryGetProperty("url", out var url))
                Assert.StartsWith("https://", url.GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_decomposed_text_counts_composed()
    {
        var composed = string.Concat(Enumerable.Repeat("ấ", 1999));
        Assert.Equal(composed, Parse(Assert.Single(Render(new(composed.Normalize(NormalizationForm.FormD)), Citizen))).Text);
    }

    [Fact]
    public void An_empty_answer_is_its_writers_bug() => Assert.Throws<ArgumentException>(() => Render(new("  "), Citizen));

    private static IReadOnlyList<string> Render(OutboundMessage message, Recipient to) => ZaloMessageMapper.Render(message, to, Limits, useButtons: true);

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => new[] { "hồ", "sơ", "nộp.", "tại", "Ủy ban", "“phí”", "\n", "tha\u0300nh" }[random.Next(8)])) + "x";

    private static (string Text, string? Buttons) Parse(string body)
    {
        var message = JsonDocument.Parse(body).RootElement.GetProperty("message");
        var buttons = message.TryGetProperty("attachment", out var attachment) ? attachment.GetProperty("payload").GetProperty("buttons").GetRawText() : null;
        return (message.GetProperty("text").GetString()!, buttons);
    }
}
