using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator;
using Chatbot.Simulator.Facebook;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>Saved media, personas, answers to a message, and reactions of the Page.</summary>
public sealed class FacebookAssetsTests : SimulatorTest
{
    private const string OtherPage = "102030405060888";

    protected override void Configure(SimulatorOptions options)
    {
        options.Facebook.Pages.Add(new FacebookPageSettings());
        options.Facebook.Pages.Add(new FacebookPageSettings { PageId = OtherPage, AccessToken = "another-page-token" });
    }

    [Fact]
    public async Task A_saved_picture_belongs_to_one_Page_and_dies_after_ninety_days()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var id = (string)(await StoreAsync("image", "https://xa.example.vn/a.png")).Body["attachment_id"]!;
        var foreign = (string)(await StoreAsync("image", "https://xa.example.vn/a.png", "another-page-token")).Body["attachment_id"]!;

        Assert.Equal(200, (await SendSavedAsync("image", id)).Status);
        Assert.Equal(2018074, Subcode(await SendSavedAsync("image", foreign)));
        Assert.Equal(2018047, Subcode(await SendSavedAsync("video", id)));
        await Platforms.AdvanceAsync(TimeSpan.FromDays(91), Ct);
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Assert.Equal(2018074, Subcode(await SendSavedAsync("image", id)));
    }

    [Fact]
    public async Task A_reusable_picture_is_saved_while_it_is_sent()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var (_, answer) = await SendFacebookAsync("hoa", new { attachment = new { type = "image", payload = new { url = "https://xa.example.vn/a.png", is_reusable = true } } });

        Assert.Equal(200, (await SendSavedAsync("image", (string)answer["attachment_id"]!)).Status);
        Assert.Equal("https://xa.example.vn/a.png", Platforms.Facebook.MessagesTo("hoa")[1].MediaUrl);
    }

    [Fact]
    public async Task Media_by_address_is_fetched_when_asked_for_and_judged()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var settings = Platforms.Facebook.Settings;
        (settings.FetchMedia, settings.FetchTimeout) = (true, TimeSpan.FromSeconds(4));
        await Platforms.Facebook.SendsImageAsync("lan", "", Ct);
        var picture = (string)JsonNode.Parse(Service.All.Last().Body)!["entry"]![0]!["messaging"]![0]!["message"]!["attachments"]![0]!["payload"]!["url"]!;

        Assert.Equal(200, (await SendAsync("image", picture)).Status);
        Assert.Equal(2018047, Subcode(await SendAsync("video", picture)));
        Assert.Equal(2018008, Subcode(await SendAsync("image", "http://127.0.0.1:9/a.png")));
        Assert.Equal(2018008, Subcode(await SendAsync("image", picture.Replace("fb-media/", "fb-media/x", StringComparison.Ordinal))));
        Service.OnReceived = null;
        Service.Pages["/lon.png"] = new string('x', (8 << 20) + 1);
        Assert.Equal(2018109, Subcode(await SendAsync("image", new Uri(Service.Address, "/lon.png").ToString())));
        Assert.Single(Platforms.Facebook.MessagesTo("hoa"));
    }

    [Fact]
    public async Task An_uploaded_file_is_measured_and_its_type_compared()
    {
        Assert.Equal(2018109, Subcode(await UploadAsync("file", "application/pdf", (25 << 20) + 1)));
        Assert.Equal(2018047, Subcode(await UploadAsync("image", "application/pdf", 9)));
        Assert.NotNull((await UploadAsync("file", "application/pdf", 9)).Body["attachment_id"]);
    }

    [Fact]
    public async Task Personas_are_made_listed_by_page_sent_under_and_deleted_softly()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++) ids.Add((string)(await GraphAsync(HttpMethod.Post, "me/personas", new { name = "Cán bộ " + i, profile_picture_url = "https://xa.example.vn/cb.png" })).Body["id"]!);
        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, "me/personas", new { name = new string('a', 51), profile_picture_url = "https://xa.example.vn/cb.png" })).Status);
        var first = (await GraphAsync(HttpMethod.Get, "me/personas?limit=2")).Body;
        var second = (await GraphAsync(HttpMethod.Get, "me/personas?limit=2&after=" + first["paging"]!["cursors"]!["after"])).Body;
        Assert.Equal((2, 1), (first["data"]!.AsArray().Count, second["data"]!.AsArray().Count));
        Assert.Null(second["paging"]!["next"]);

        Assert.Equal(200, (await SendUnderAsync(ids[0])).Status);
        Assert.Equal("Cán bộ 0", Platforms.Facebook.MessagesTo("hoa")[0].Persona);
        Assert.Equal(200, (await GraphAsync(HttpMethod.Delete, ids[0])).Status);
        Assert.Equal(400, (await SendUnderAsync(ids[0])).Status);
        Assert.Equal(2, (await GraphAsync(HttpMethod.Get, "me/personas")).Body["data"]!.AsArray().Count);
        Assert.Equal("Cán bộ 0", (string?)(await GraphAsync(HttpMethod.Get, ids[0])).Body["name"]);
    }

    [Fact]
    public async Task The_Page_answers_and_reacts_to_a_message_that_exists()
    {
        var said = await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var recipient = new { id = Platforms.Facebook.Conversation("hoa").CitizenId };
        Assert.Equal(200, (await GraphAsync(HttpMethod.Post, "me/messages", new { recipient, message = new { text = "dạ" }, reply_to = new { mid = said.MessageId } })).Status);
        Assert.Equal(said.MessageId, Platforms.Facebook.MessagesTo("hoa")[0].QuotedId);
        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, "me/messages", new { recipient, message = new { text = "dạ" }, reply_to = new { mid = "m_x" } })).Status);

        Assert.Equal(200, (await ReactAsync(recipient, "react", said.MessageId)).Status);
        Assert.Equal("love", Platforms.Facebook.Conversation("hoa").Messages[0].Reaction);
        await ReactAsync(recipient, "unreact", said.MessageId);
        Assert.Equal("", Platforms.Facebook.Conversation("hoa").Messages[0].Reaction);
        Assert.Equal(400, (await ReactAsync(recipient, "react", "m_x")).Status);
    }

    private Task<(int Status, JsonNode Body)> ReactAsync(object recipient, string action, string messageId) =>
        GraphAsync(HttpMethod.Post, "me/messages", new { recipient, sender_action = action, payload = new { message_id = messageId, reaction = "love" } });

    private Task<(int Status, JsonNode Body)> StoreAsync(string type, string url, string? token = null) =>
        GraphAsync(HttpMethod.Post, "me/message_attachments", new { message = new { attachment = new { type, payload = new { url, is_reusable = true } } } }, token);

    private Task<(int Status, JsonNode Body)> SendAsync(string type, string url) => SendFacebookAsync("hoa", new { attachment = new { type, payload = new { url } } });

    private Task<(int Status, JsonNode Body)> SendSavedAsync(string type, string id) => SendFacebookAsync("hoa", new { attachment = new { type, payload = new { attachment_id = id } } });

    private Task<(int Status, JsonNode Body)> SendUnderAsync(string persona) => GraphAsync(
        HttpMethod.Post, "me/messages", new { recipient = new { id = Platforms.Facebook.Conversation("hoa").CitizenId }, message = new { text = "dạ" }, persona_id = persona });

    private async Task<(int Status, JsonNode Body)> UploadAsync(string type, string contentType, int bytes)
    {
        using var file = new ByteArrayContent(new byte[bytes]) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        using var form = new MultipartFormDataContent { { new StringContent($$$$"""{"attachment":{"type":"{{{{type}}}}","payload":{"is_reusable":true}}}"""), "message" }, { file, "filedata", "tep" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Platforms.GraphBaseAddress, "v25.0/me/message_attachments")) { Content = form };
        request.Headers.Authorization = new("Bearer", Platforms.Facebook.Settings.Pages[0].AccessToken);
        using var response = await Http.SendAsync(request);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    private static int Subcode((int Status, JsonNode Body) answer) => (int?)answer.Body["error"]?["error_subcode"] ?? 0;
}
