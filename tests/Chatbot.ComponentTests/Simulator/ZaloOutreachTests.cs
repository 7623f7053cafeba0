using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Chatbot.Simulator;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>Articles, their broadcasts, and uploads.</summary>
public sealed class ZaloOutreachTests : SimulatorTest
{
    private static readonly object Draft = new
    {
        type = "normal",
        title = "Lịch tiêm chủng",
        author = "UBND",
        cover = new { cover_type = "photo", photo_url = "https://xa.example.vn/a.jpg", status = "show" },
        description = "Tháng 12",
        body = new[] { new { type = "text", content = "Nội dung" } },
    };

    protected override void Configure(SimulatorOptions options)
    {
        options.Zalo.AccessTokenLifetime = TimeSpan.FromDays(90);
        options.Zalo.Echoes = true;
    }

    [Fact]
    public async Task An_article_is_there_after_a_while_and_can_be_read_changed_and_removed()
    {
        var token = (string)(await ZaloAsync(HttpMethod.Post, "v2.0/article/create", Draft))["data"]!["token"]!;
        Assert.Equal(-214, Error(await ZaloAsync(HttpMethod.Post, "v2.0/article/verify", new { token })));
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(30), Ct);
        var id = (string)(await ZaloAsync(HttpMethod.Post, "v2.0/article/verify", new { token }))["data"]!["id"]!;

        var detail = (await ZaloAsync(HttpMethod.Get, "v2.0/article/getdetail?id=" + id))["data"]!;
        Assert.Equal(("Lịch tiêm chủng", "hide"), ((string?)detail["title"], (string?)detail["status"]));
        var changed = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Draft))!;
        (changed["id"], changed["title"], changed["status"]) = (id, "Lịch mới", "show");
        Assert.Equal(0, Error(await ZaloAsync(HttpMethod.Post, "v2.0/article/update", changed)));
        var slice = (await ZaloAsync(HttpMethod.Get, "v2.0/article/getslice?offset=0&limit=10&type=normal"))["data"]!;
        Assert.Equal((1, "Lịch mới"), ((int)slice["total"]!, (string?)slice["medias"]![0]!["title"]));
        Assert.Equal(-201, Error(await ZaloAsync(HttpMethod.Get, "v2.0/article/getslice?offset=0&limit=11")));
        Assert.Equal(0, Error(await ZaloAsync(HttpMethod.Post, "v2.0/article/remove", new { id })));
        Assert.Equal(-201, Error(await ZaloAsync(HttpMethod.Get, "v2.0/article/getdetail?id=" + id)));
    }

    [Fact]
    public async Task Articles_have_limits_and_an_OA_may_have_only_so_many()
    {
        var tooLong = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Draft))!;
        tooLong["title"] = new string('a', 151);
        Assert.Equal(-210, Error(await ZaloAsync(HttpMethod.Post, "v2.0/article/create", tooLong)));
        Platforms.Zalo.Settings.ArticleQuota = 1;
        Assert.Equal(0, Error(await ZaloAsync(HttpMethod.Post, "v2.0/article/create", Draft)));
        Assert.Equal(-223, Error(await ZaloAsync(HttpMethod.Post, "v2.0/article/create", Draft)));
    }

    [Fact]
    public async Task A_film_is_converted_little_by_little_and_then_makes_an_article()
    {
        var token = (string)(await UploadAsync("v2.0/article/upload_video/preparevideo", "phim.mp4", 9))["data"]!["token"]!;
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(30), Ct);
        var half = (await ZaloAsync(HttpMethod.Get, "v2.0/article/upload_video/verify?token=" + token))["data"]!;
        Assert.Equal((3, 50, null), ((int)half["status"]!, (int)half["convert_percent"]!, (string?)half["video_id"]));
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(30), Ct);
        var video = (string?)(await ZaloAsync(HttpMethod.Get, "v2.0/article/upload_video/verify?token=" + token))["data"]!["video_id"];

        Assert.Equal(0, Error(await ZaloAsync(HttpMethod.Post, "v2.0/article/create", new { type = "video", title = "Phim", video_id = video })));
        Assert.Equal(-201, Error(await ZaloAsync(HttpMethod.Post, "v2.0/article/create", new { type = "video", title = "Phim", video_id = "x" })));
        Assert.Equal(-201, Error(await UploadAsync("v2.0/article/upload_video/preparevideo", "phim.mkv", 9)));
    }

    [Fact]
    public async Task A_broadcast_reaches_chosen_followers_after_the_review_as_a_list()
    {
        (Platforms.Citizens["lan"].Gender, Platforms.Citizens["tu"].Age) = ("male", 70);
        foreach (var citizen in new[] { "hoa", "lan", "tu" }) await Platforms.Zalo.FollowsAsync(citizen, Ct);
        await Platforms.Zalo.SaysAsync("khong-theo-doi", "alo", Ct);
        var article = await ArticleAsync();
        Assert.Equal(0, Error(await BroadcastAsync(article, new { gender = "2", ages = new[] { 4 }, locations = 0 })));
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(29), Ct);
        Assert.Empty(Platforms.Zalo.MessagesTo("hoa"));
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(2), Ct);

        Assert.Equal("Lịch tiêm chủng", Assert.Single(Platforms.Zalo.MessagesTo("hoa")).Elements[0].Title);
        Assert.All(["lan", "tu", "khong-theo-doi"], citizen => Assert.Empty(Platforms.Zalo.MessagesTo(citizen)));
        Assert.Contains(await Service.WaitForAsync(5), p => p.Body.Contains("oa_send_list", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cities_win_over_regions_and_phones_count_too()
    {
        Platforms.Citizens["hoa"].City = 4;
        await Platforms.Zalo.FollowsAsync("hoa", Ct);
        var article = await ArticleAsync();
        await BroadcastAsync(article, new { locations = "0" });
        await BroadcastAsync(article, new { platform = "1" });
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(31), Ct);
        Assert.Empty(Platforms.Zalo.MessagesTo("hoa"));
        await BroadcastAsync(article, new { locations = "0", cities = "4,9" });
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(31), Ct);
        Assert.Single(Platforms.Zalo.MessagesTo("hoa"));
    }

    [Fact]
    public async Task A_follower_gets_one_a_day_and_as_many_a_month_as_the_package_has()
    {
        Platforms.Zalo.Settings.Accounts[0].Package = "Basic";
        await Platforms.Zalo.FollowsAsync("hoa", Ct);
        var article = await ArticleAsync();
        foreach (var days in new[] { 0, 1, 10 })   // 21 and 22 November, then December
        {
            await Platforms.AdvanceAsync(TimeSpan.FromDays(days), Ct);
            Assert.Equal(0, Error(await BroadcastAsync(article, new { })));
            await Platforms.AdvanceAsync(TimeSpan.FromMinutes(31), Ct);
        }

        Assert.Equal(2, Platforms.Zalo.MessagesTo("hoa").Count);
    }

    [Fact]
    public async Task An_OA_has_its_own_quota_from_one_package_day_to_the_next_and_a_rejection_is_silent()
    {
        (Platforms.Zalo.Settings.BroadcastsPerPackageMonth, Platforms.Zalo.Settings.BroadcastRejections) = (1, 1);
        await Platforms.Zalo.FollowsAsync("hoa", Ct);
        var article = await ArticleAsync();
        Assert.Equal(0, Error(await BroadcastAsync(article, new { })));
        Assert.Equal(-211, Error(await BroadcastAsync(article, new { })));
        await Platforms.AdvanceAsync(TimeSpan.FromDays(11), Ct);   // 2 December: not the package's month yet
        Assert.Equal(-211, Error(await BroadcastAsync(article, new { })));
        Assert.Empty(Platforms.Zalo.MessagesTo("hoa"));
        await Platforms.AdvanceAsync(TimeSpan.FromDays(14), Ct);
        Assert.Equal(0, Error(await BroadcastAsync(article, new { })));
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(31), Ct);
        Assert.Single(Platforms.Zalo.MessagesTo("hoa"));
    }

    [Fact]
    public async Task Uploads_are_checked_expire_after_a_week_and_are_counted_by_the_month()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        Assert.Equal(-201, Error(await UploadAsync("v2.0/oa/upload/image", "a.gif", 9)));
        Assert.Equal(-201, Error(await UploadAsync("v2.0/oa/upload/image", "a.png", (1 << 20) + 1)));
        var id = (string?)(await UploadAsync("v2.0/oa/upload/image", "a.png", 9))["data"]!["attachment_id"];
        object picture = new { attachment = new { type = "template", payload = new { template_type = "media", elements = new[] { new { media_type = "image", attachment_id = id } } } } };
        Assert.Equal(0, Error(await SendZaloAsync("hoa", picture)));
        await Platforms.AdvanceAsync(TimeSpan.FromDays(8), Ct);
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        Assert.Equal(-100, Error(await SendZaloAsync("hoa", picture)));
        Platforms.Zalo.Settings.UploadsPerMonth = 3;
        Assert.Equal(-211, Error(await UploadAsync("v2.0/oa/upload/file", "a.pdf", 9)));
        await Platforms.AdvanceAsync(TimeSpan.FromDays(3), Ct);   // December
        Assert.Equal(0, Error(await UploadAsync("v2.0/oa/upload/file", "a.csv", 9)));
        Platforms.Zalo.Settings.CsvUploads = false;
        Assert.Equal(-201, Error(await UploadAsync("v2.0/oa/upload/file", "a.csv", 9)));
    }

    private async Task<string> ArticleAsync()
    {
        await ZaloAsync(HttpMethod.Post, "v2.0/article/create", Draft);
        return Platforms.Zalo.Accounts[0].Articles.All[0].Id;
    }

    private Task<JsonNode> BroadcastAsync(string article, object target) => ZaloAsync(HttpMethod.Post, "v2.0/oa/message", new
    {
        recipient = new { target },
        message = new { attachment = new { type = "template", payload = new { template_type = "media", elements = new[] { new { media_type = "article", attachment_id = article } } } } },
    });

    private async Task<JsonNode> UploadAsync(string path, string name, int bytes)
    {
        using var file = new ByteArrayContent(new byte[bytes]) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return await ZaloAsync(HttpMethod.Post, path, form);
    }

    private static int Error(JsonNode answer) => (int)answer["error"]!;
}
