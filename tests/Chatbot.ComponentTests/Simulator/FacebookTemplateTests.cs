using System.Text.Json.Nodes;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>Utility templates: submitted, reviewed by script, told of, sent outside the window, refused for every slip.</summary>
public sealed class FacebookTemplateTests : SimulatorTest
{
    private const string Body = "Chào {{1}}, hồ sơ {{2}} của bác đã có kết quả, mời bác đến nhận.";

    [Fact]
    public async Task A_template_is_pending_then_approved_and_goes_out_after_the_window()
    {
        var (_, submitted) = await SubmitAsync("ket_qua");
        Assert.Equal("PENDING", (string?)submitted["status"]);
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Assert.Equal(400, (await SendAsync("ket_qua")).Status);
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(10), Ct);
        var told = JsonNode.Parse(Service.All.Last().Body)!["entry"]![0]!["changes"]![0]!;
        Assert.Equal(("message_template_status_update", "APPROVED", "ket_qua"), ((string?)told["field"], (string?)told["value"]!["event"], (string?)told["value"]!["message_template_name"]));
        await Platforms.AdvanceAsync(TimeSpan.FromDays(60), Ct);

        Assert.Equal(200, (await SendAsync("ket_qua")).Status);
        Assert.Equal("template", Assert.Single(Platforms.Facebook.MessagesTo("hoa")).Kind);
        var listed = (await GraphAsync(HttpMethod.Get, "me/message_templates?name=ket_qua")).Body["data"]!;
        Assert.Equal("APPROVED", (string?)Assert.Single(listed.AsArray())!["status"]);
    }

    [Fact]
    public async Task Reviews_follow_the_script_and_a_kept_template_may_be_paused()
    {
        Platforms.Facebook.Settings.TemplateStatusField = "messenger_template_status_update";
        Platforms.Facebook.Settings.TemplateOutcomes.Add("REJECTED:TAG_SHOULD_BE_MARKETING");
        await SubmitAsync("bi_tra_lai");
        await SubmitAsync("duoc_duyet");
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Equal(["REJECTED", "APPROVED"], Platforms.Facebook.Templates.All.Select(t => t.Status));
        Assert.Contains(Service.All, p => p.Body.Contains("messenger_template_status_update", StringComparison.Ordinal) && p.Body.Contains("TAG_SHOULD_BE_MARKETING", StringComparison.Ordinal));
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Assert.Equal(200, (await SendAsync("duoc_duyet")).Status);
        await Platforms.Facebook.Templates.SetStatusAsync(Platforms.Facebook.Templates.All[1].Id, "PAUSED", "", Ct);
        Assert.Equal(400, (await SendAsync("duoc_duyet")).Status);
    }

    [Theory]
    [InlineData("{{1}} đã có kết quả rồi, mời bác đến nhận", 1, 0)]
    [InlineData("Mời bác đến nhận hồ sơ {{2}} đã có kết quả", 1, 0)]
    [InlineData("Hồ sơ {{1}} đã có kết quả rồi bác nhé", 0, 0)]
    public async Task A_text_that_breaks_a_rule_is_not_even_reviewed(string body, int samples, int subcode)
    {
        var (status, answer) = await SubmitAsync("sai", body, samples);
        Assert.Equal((400, subcode), (status, (int?)answer["error"]!["error_subcode"] ?? 0));
    }

    [Fact]
    public async Task Buttons_names_and_word_counts_have_rules_of_their_own()
    {
        Assert.Equal(2018416, Subcode(await SubmitAsync("a", button: new { type = "QUICK_REPLY", text = "Có" })));
        Assert.Equal(2388051, Subcode(await SubmitAsync("b", button: new { type = "POSTBACK", text = "Có", example = new[] { "x" } })));
        Assert.Equal(200, (await SubmitAsync("c")).Status);
        Assert.Equal(400, (await SubmitAsync("c")).Status);   // the same name and language again
        Assert.Equal(200, (await SubmitAsync("d", "Số {{1}} và {{2}} nhé", 2)).Status);
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Equal("PARAMS_TO_WORD_RATIO_EXCEED_LIMIT", Platforms.Facebook.Templates.All.Single(t => t.Name == "d").Reason);
    }

    [Fact]
    public async Task What_is_sent_must_fit_what_was_approved()
    {
        Platforms.Facebook.Settings.TemplateReview = TimeSpan.Zero;
        Assert.Equal("APPROVED", (string?)(await SubmitAsync("ket_qua", button: new { type = "POSTBACK", text = "Xem" })).Body["status"]);
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        object payload = new { type = "buttons", parameters = new[] { new { type = "POSTBACK", payload = "P" } } };

        Assert.Equal(200, (await SendAsync("ket_qua", extra: payload)).Status);
        Assert.Equal(1893029, Subcode(await SendAsync("ket_qua")));
        Assert.Contains("Invalid keys \"index\"", (string?)(await SendAsync("ket_qua", extra: new { type = "buttons", index = 0 })).Body["error"]!["message"], StringComparison.Ordinal);
        Assert.Equal(400, (await SendAsync("ket_qua", values: 1, extra: payload)).Status);
        Assert.Equal(400, (await SendAsync("ket_qua", language: "vi_VN", extra: payload)).Status);
        Assert.Equal(400, (await SendAsync("ket_qua", type: "UPDATE", extra: payload)).Status);
        var misplaced = new { attachment = new { type = "template", payload = new { template_type = "utility" } } };
        Assert.Contains("Invalid template type", (await SendFacebookAsync("hoa", misplaced, "UTILITY")).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_parameters_are_sent_by_name()
    {
        Platforms.Facebook.Settings.TemplateReview = TimeSpan.Zero;
        var components = new[] { new { type = "BODY", text = "Hồ sơ {{ma}} đã có kết quả rồi bác nhé", example = new { body_text_named_params = new[] { new { param_name = "ma", example = "H1" } } } } };
        await GraphAsync(HttpMethod.Post, "me/message_templates", new { name = "co_ten", language = "vi", category = "UTILITY", parameter_format = "NAMED", components });
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);

        Assert.Equal(200, (await SendNamedAsync("ma")).Status);
        Assert.Equal(400, (await SendNamedAsync("khac")).Status);
    }

    [Fact]
    public async Task Deleting_takes_one_language_or_all()
    {
        await SubmitAsync("ket_qua");
        await SubmitAsync("ket_qua", language: "en");
        var id = Platforms.Facebook.Templates.All[0].Id;
        Assert.Equal(200, (await GraphAsync(HttpMethod.Delete, "me/message_templates?hsm_id=" + id)).Status);
        Assert.Single(Platforms.Facebook.Templates.All);
        Assert.Equal(200, (await GraphAsync(HttpMethod.Delete, "me/message_templates?name=ket_qua")).Status);
        Assert.Empty(Platforms.Facebook.Templates.All);
        Assert.Equal(400, (await GraphAsync(HttpMethod.Delete, "me/message_templates?name=ket_qua")).Status);
    }

    private Task<(int Status, JsonNode Body)> SubmitAsync(string name, string body = Body, int samples = 2, object? button = null, string language = "vi")
    {
        var text = new { type = "BODY", text = body, example = new { body_text = new[] { Enumerable.Repeat("mẫu", samples) } } };
        object[] components = button is null ? [text] : [text, new { type = "BUTTONS", buttons = new[] { button } }];
        return GraphAsync(HttpMethod.Post, "me/message_templates", new { name, language, category = "UTILITY", components });
    }

    private Task<(int Status, JsonNode Body)> SendAsync(string name, string language = "vi", int values = 2, string type = "UTILITY", object? extra = null)
    {
        object body = new { type = "body", parameters = Enumerable.Repeat(new { type = "text", text = "H1" }, values) };
        object[] components = extra is null ? [body] : [body, extra];
        return SendFacebookAsync("hoa", new { template = new { name, language = new { code = language }, components } }, type);
    }

    private Task<(int Status, JsonNode Body)> SendNamedAsync(string parameter) => SendFacebookAsync("hoa", new
    {
        template = new { name = "co_ten", language = new { code = "vi" }, components = new[] { new { type = "body", parameters = new[] { new { type = "text", parameter_name = parameter, text = "H1" } } } } },
    }, "UTILITY");

    private static int Subcode((int Status, JsonNode Body) answer) => (int?)answer.Body["error"]?["error_subcode"] ?? 0;
}
