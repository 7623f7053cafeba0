using System.Globalization;
using System.Text;
using System.Text.Json;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;

namespace Chatbot.Tests.Channels.Facebook;

public sealed class FacebookRenderingTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FacebookMessageMapper Mapper = new(new FacebookLimits());

    [Fact]
    public void A_short_text_is_one_message()
    {
        Assert.Equal(
            """{"recipient":{"id":"7418529630741852"},"messaging_type":"RESPONSE","message":{"text":"Xin chào"}}""",
            Unescaped(Assert.Single(Mapper.Render(new("Xin chào"), Given.Citizen))));
    }

    [Fact]
    public void Choices_are_quick_replies_on_the_last_part()
    {
        var parts = Render(new(Sentences(3000)) { Choices = [new("Giấy tờ", "#tt 1 documents"), new("Lệ phí", "#tt 1 fee")] });
        Assert.Equal(2, parts.Count);
        Assert.Null(parts[0].Message.QuickReplies);
        Assert.Equal([("Giấy tờ", "#tt 1 documents"), ("Lệ phí", "#tt 1 fee")], parts[1].Message.QuickReplies!.Select(reply => (reply.Title, reply.Payload)));
    }

    [Fact]
    public void Long_titles_are_listed_in_the_text_and_numbered_on_the_buttons()
    {
        var part = Assert.Single(Render(new("Bạn hỏi thủ tục nào?")
        {
            Choices = [new("Đăng ký khai sinh có yếu tố nước ngoài", "#tt a"), new("Đăng ký lại khai sinh", "#tt b")],
        }));
        Assert.Equal("Bạn hỏi thủ tục nào?\n\n1. Đăng ký khai sinh có yếu tố nước ngoài\n2. Đăng ký lại khai sinh", part.Message.Text);
        Assert.All(part.Message.QuickReplies!, reply => Assert.InRange(reply.Title.Length, 1, 20));
        Assert.Equal(["1. Đăng ký khai sin…", "2. Đăng ký lại khai…"], part.Message.QuickReplies!.Select(reply => reply.Title));
    }

    [Fact]
    public void Links_and_the_number_to_call_are_buttons_under_the_text()
    {
        var part = Assert.Single(Render(new("Nộp tại đây.")
        {
            Links = [new("Nộp hồ sơ", "https://dichvucong.gov.vn/a?b=1")],
            Phone = new("Gọi hỏi", "024 3800.0000"),
        }));
        Assert.Null(part.Message.Text);
        var template = part.Message.Attachment!.Payload;
        Assert.Equal(("template", "button", "Nộp tại đây."), (part.Message.Attachment.Type, template.TemplateType, template.Text));
        Assert.Equal([new("phone_number", "Gọi hỏi") { Payload = "+842438000000" }, new("web_url", "Nộp hồ sơ") { Url = "https://dichvucong.gov.vn/a?b=1" }], template.Buttons);
    }

    [Fact]
    public void What_no_button_can_hold_is_a_line_of_text()
    {
        var part = Assert.Single(Render(new("Xem thêm")
        {
            Links = [new("A", "https://a.vn"), new("B", "https://b.vn"), new("C", "https://c.vn"), new("D", "https://d.vn"), new("Xấu", "javascript:1")],
            Phone = new("Tổng đài", "1900 1234"),
        }));
        Assert.Equal(3, part.Message.Attachment!.Payload.Buttons!.Count);
        Assert.Equal("Xem thêm\n\nTổng đài: 1900 1234\nD: https://d.vn\nXấu: javascript:1", part.Message.Attachment.Payload.Text);
    }

    [Theory]
    [InlineData("0901 234 567", "+84901234567")]
    [InlineData("(024) 38.000.000", "+842438000000")]
    [InlineData("+84 24 3800 0000", "+842438000000")]
    [InlineData("113", null)]
    [InlineData("1022", null)]
    [InlineData("1900 1234", null)]
    [InlineData("024 3800 0000 / 024 3800 0001", null)]
    [InlineData("024 3800 0000 máy lẻ 12", null)]
    [InlineData("", null)]
    public void A_number_is_dialled_with_its_country(string number, string? expected) => Assert.Equal(expected, FacebookButtons.International(number));

    [Fact]
    public void A_long_text_with_buttons_goes_ahead_of_them()
    {
        var text = Sentences(1500);
        var parts = Render(new(text) { Links = [new("Mở", "https://a.vn")] });
        Assert.Equal(2, parts.Count);
        Assert.InRange(parts[1].Message.Attachment!.Payload.Text!.Length, 1, 640);
        Assert.Equal(Words(text), Words(parts[0].Message.Text + " " + parts[1].Message.Attachment!.Payload.Text));
    }

    [Fact]
    public void An_empty_answer_is_still_a_message() => Assert.Equal("…", Assert.Single(Render(new(""))).Message.Text);

    [Fact]
    public void Plain_words_say_what_the_buttons_said()
    {
        var part = Assert.Single(Render(new("Nộp") { Links = [new("Mở", "https://a.vn/")], Choices = [new("Phí", "#phi")] }));
        var plain = Mapper.Plain(part.Message)!;
        Assert.Equal("Nộp\nMở: https://a.vn/\n• Phí", plain.Text);
        Assert.Null(Mapper.Plain(plain));
    }

    /// <summary>Whatever is asked: no part is over a limit, and every word, address, number and title arrives.</summary>
    [Fact]
    public void No_part_is_over_a_limit_and_nothing_is_lost()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var message = Any(random);
            var parts = Render(message);
            var name = string.Create(CultureInfo.InvariantCulture, $"seed {seed}");
            foreach (var part in parts) CheckLimits(part.Message, name);
            foreach (var part in parts.SkipLast(1)) Assert.True(part.Message.Attachment is null && part.Message.QuickReplies is null, name);
            var shown = string.Join(' ', parts.Select(part => part.Message.Text ?? part.Message.Attachment!.Payload.Text));
            Assert.True(IsWithin(Words(message.Text.Normalize()), Words(shown)), name);
            var buttons = parts[^1].Message.Attachment?.Payload.Buttons ?? [];
            Assert.All(message.Links, link => Assert.True(buttons.Any(button => button.Url == link.Url) || shown.Contains(link.Url, StringComparison.Ordinal), name));
            var pressable = (parts[^1].Message.QuickReplies ?? []).Select(reply => reply.Title).ToHashSet();
            Assert.All(message.Choices, choice => Assert.True(
                pressable.Contains(choice.Title.Normalize()) || IsWithin(Words(choice.Title.Normalize()), Words(shown)), name));
        }
    }

    private static void CheckLimits(FacebookMessage message, string name)
    {
        Assert.True(message.Text is null != message.Attachment is null, name);
        Assert.True((message.Text ?? "x").Length is >= 1 and <= 1900, name);
        if (message.Attachment?.Payload is { } template)
        {
            Assert.True(template.Text!.Length is >= 1 and <= 640 && template.Buttons!.Count is >= 1 and <= 3, name);
            Assert.All(template.Buttons, button => Assert.InRange(button.Title.Length, 1, 20));
        }
        Assert.True(message.QuickReplies is null or { Count: >= 1 and <= 13 }, name);
        Assert.All(message.QuickReplies ?? [], reply => Assert.True(reply.Title.Length is >= 1 and <= 20 && reply.Payload.Length is >= 1 and <= 1000, name));
    }

    private static OutboundMessage Any(Random random) => new(AnyText(random, random.Next(0, 6000)))
    {
        Choices = [.. Enumerable.Range(0, random.Next(0, 20)).Select(i => new Choice(AnyText(random, random.Next(1, 60)).Trim() is { Length: > 0 } title ? title : "x", "#tt " + i))],
        Links = [.. Enumerable.Range(0, random.Next(0, 6)).Select(i => new Link(AnyText(random, random.Next(0, 50)).Trim(), $"https://example.gov.vn/{i}"))],
        Phone = random.Next(2) == 0 ? null : new PhoneNumber("Gọi", random.Next(2) == 0 ? "0901234567" : "113"),
    };

    private static string AnyText(Random random, int length)
    {
        string[] words = ["thủ", "tục", "đăng", "ký", "khai", "sinh", "1.", "TP.", "hồ sơ.", "Nộp!", "\n", "\n\n", "🙏🏽", "ệ", "o\u0323\u0302", "https://a.vn/b", new string('a', 70)];
        var text = new StringBuilder();
        while (text.Length < length) text.Append(words[random.Next(words.Length)]).Append(random.Next(6) == 0 ? "" : " ");
        return text.ToString();
    }

    private static bool IsWithin(IReadOnlyList<string> wanted, IReadOnlyList<string> shown) =>
        string.Concat(shown).Contains(string.Concat(wanted), StringComparison.Ordinal);

    private static IReadOnlyList<string> Words(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Sentences(int length)
    {
        var text = new StringBuilder();
        for (var i = 1; text.Length < length; i++) text.Append(CultureInfo.InvariantCulture, $"Câu số {i} nói về hồ sơ cần nộp. ");
        return text.ToString().Trim();
    }

    private static IReadOnlyList<FacebookOutgoing> Render(OutboundMessage message) =>
        [.. Mapper.Render(message, Given.Citizen).Select(body => FacebookMessageMapper.Read(body)!)];

    private static string Unescaped(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Relaxed);
}
