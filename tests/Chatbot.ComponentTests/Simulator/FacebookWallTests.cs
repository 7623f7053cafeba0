using System.Text.Json.Nodes;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>Posts of the Page with their times, comments of citizens and of the Page, and private replies.</summary>
public sealed class FacebookWallTests : SimulatorTest
{
    [Fact]
    public async Task A_post_for_later_is_announced_twice_and_goes_out_in_its_time()
    {
        var due = Platforms.Clock.GetUtcNow().AddHours(2).ToUnixTimeSeconds();
        var id = (string)(await FeedAsync(new { message = "Lịch tiêm", published = false, scheduled_publish_time = due })).Body["id"]!;
        Assert.Matches("^" + Platforms.Facebook.Pages[0].PageId + "_[0-9]+$", id);
        Assert.Single((await GraphAsync(HttpMethod.Get, "me/scheduled_posts")).Body["data"]!.AsArray());
        Assert.Empty((await GraphAsync(HttpMethod.Get, "me/feed")).Body["data"]!.AsArray());
        await Service.WaitForAsync(1);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(3), Ct);

        var news = Service.All.Select(Value).ToList();
        Assert.Equal([0, 1], news.Select(v => (int)v["published"]!));
        Assert.All(news, v => Assert.Equal((id, "status", "add"), ((string?)v["post_id"], (string?)v["item"], (string?)v["verb"])));
        Assert.Equal("Lịch tiêm", (string?)(await GraphAsync(HttpMethod.Get, "me/published_posts")).Body["data"]![0]!["message"]);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(30 * 24 * 60 + 1)]
    public async Task The_time_lies_ten_minutes_to_thirty_days_ahead(int minutes)
    {
        var due = Platforms.Clock.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();
        Assert.Equal((400, 100), Code(await FeedAsync(new { message = "a", published = false, scheduled_publish_time = due })));
    }

    [Fact]
    public async Task A_planned_post_can_be_moved_published_at_once_or_taken_away()
    {
        var soon = Platforms.Clock.GetUtcNow().AddHours(1);
        var moved = await PlanAsync("một", soon);
        var hurried = await PlanAsync("hai", soon);
        var gone = await PlanAsync("ba", soon);
        Assert.Equal(200, (await GraphAsync(HttpMethod.Post, moved, new { scheduled_publish_time = soon.AddDays(1).ToString("O") })).Status);
        Assert.Equal(200, (await GraphAsync(HttpMethod.Post, hurried, new { is_published = true })).Status);
        Assert.Equal(200, (await GraphAsync(HttpMethod.Delete, gone)).Status);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(2), Ct);

        Assert.Equal(["hai"], Platforms.Facebook.Pages[0].Wall.Posts.Where(p => p.IsPublished).Select(p => p.Message));
        await Platforms.AdvanceAsync(TimeSpan.FromDays(1), Ct);
        Assert.Equal(2, Platforms.Facebook.Pages[0].Wall.Posts.Count(p => p.IsPublished));
        Assert.Equal(400, (await GraphAsync(HttpMethod.Get, gone)).Status);
        Assert.Contains(Service.All.Select(Value), v => (string?)v["verb"] == "remove" && v["recipient_id"] is not null);
    }

    [Fact]
    public async Task The_same_post_twice_running_is_506_and_pictures_and_films_have_ids_of_their_own()
    {
        await FeedAsync(new { message = "Thông báo" });
        Assert.Equal((400, 506), Code(await FeedAsync(new { message = "Thông báo" })));
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(1), Ct);
        var photo = (await GraphAsync(HttpMethod.Post, "me/photos", new { url = "https://xa.example.vn/a.png", caption = "Ảnh" })).Body;
        Assert.EndsWith("_" + photo["id"], (string?)photo["post_id"]);
        var dark = (await GraphAsync(HttpMethod.Post, "me/photos", new { url = "https://xa.example.vn/b.png", published = false })).Body;
        Assert.Null(dark["post_id"]);
        Assert.NotNull((await GraphAsync(HttpMethod.Post, "me/videos", new { file_url = "https://xa.example.vn/a.mp4" })).Body["id"]);
        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, "me/photos", new { })).Status);
    }

    [Fact]
    public async Task Comments_are_written_answered_changed_hidden_and_the_Pages_own_come_back_too()
    {
        var (comment, _) = await Platforms.Facebook.CommentsAsync("hoa", "Bao giờ có?", Ct);
        var own = (string)(await GraphAsync(HttpMethod.Post, comment.Id + "/comments", new { message = "Chiều nay ạ" })).Body["id"]!;
        await Service.WaitForAsync(2);
        await Platforms.Facebook.CommentsAsync("lan", "", Ct, answering: comment.Id, withPhoto: true);
        await Platforms.Facebook.EditsCommentAsync("hoa", comment.Id, "Bao giờ có ạ?", Ct);
        await GraphAsync(HttpMethod.Post, comment.Id, new { is_hidden = true });
        await Service.WaitForAsync(5);
        await GraphAsync(HttpMethod.Post, comment.Id, new { is_hidden = false });
        await Service.WaitForAsync(6);
        await Platforms.Facebook.RemovesCommentAsync("hoa", comment.Id, Ct);
        await Platforms.Facebook.ReactsToPostAsync("lan", comment.PostId, "care", Ct);

        var news = Service.All.Select(Value).ToList();
        Assert.Equal(["add", "add", "add", "edited", "hide", "unhide", "remove", "add"], news.Select(v => (string?)v["verb"]));
        Assert.Equal((comment.PostId, comment.PostId), ((string?)news[0]["parent_id"], (string?)news[0]["post"]!["id"]));
        Assert.Equal((Platforms.Facebook.Pages[0].PageId, comment.Id, own), ((string?)news[1]["from"]!["id"], (string?)news[1]["parent_id"], (string?)news[1]["comment_id"]));
        Assert.True(news[2]["photo"] is not null && news[2]["message"] is null);
        Assert.Equal(Platforms.Facebook.Pages[0].PageId, (string?)news[4]["from"]!["id"]);
        Assert.Null(news[6]["message"]);
        Assert.Equal(("reaction", "care"), ((string?)news[7]["item"], (string?)news[7]["reaction_type"]));
        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, own, new { is_hidden = true })).Status);
    }

    [Fact]
    public async Task A_comment_is_answered_privately_once_and_opens_no_window()
    {
        var (comment, _) = await Platforms.Facebook.CommentsAsync("hoa", "Cho hỏi", Ct);
        Assert.True((bool)(await GraphAsync(HttpMethod.Get, comment.Id)).Body["can_reply_privately"]!);
        Assert.Equal((400, 10), Code(await SendFacebookAsync("hoa", new { text = "chưa có cửa sổ" })));
        var (status, answer) = await PrivatelyAsync(new { comment_id = comment.Id });
        Assert.Equal((200, Platforms.Facebook.Conversation("hoa").CitizenId), (status, (string?)answer["recipient_id"]));
        Assert.Equal((400, 10900), Code(await PrivatelyAsync(new { comment_id = comment.Id })));
        Assert.False((bool)(await GraphAsync(HttpMethod.Get, comment.Id)).Body["can_reply_privately"]!);
        Assert.Equal((400, 10), Code(await SendFacebookAsync("hoa", new { text = "vẫn chưa" })));
        await Platforms.Facebook.SaysAsync("hoa", "dạ em đây", Ct);
        Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "giờ thì được" })).Status);
    }

    [Fact]
    public async Task A_private_reply_ends_after_a_week_with_an_officials_and_with_the_Page_itself()
    {
        var (late, _) = await Platforms.Facebook.CommentsAsync("hoa", "một", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1), Ct);
        var (taken, _) = await Platforms.Facebook.CommentsAsync("lan", "hai", Ct);
        await Platforms.Facebook.OfficialRepliesPrivatelyAsync(taken.Id, "Chào chị", Ct);
        var own = (string)(await GraphAsync(HttpMethod.Post, taken.Id + "/comments", new { message = "ba" })).Body["id"]!;
        var (post, _) = await Platforms.Facebook.PostsOnPageAsync("tu", "Đường hỏng", Ct);

        Assert.Equal((400, 100), Code(await PrivatelyAsync(new { comment_id = late.Id })));
        Assert.Equal((400, 10900), Code(await PrivatelyAsync(new { comment_id = taken.Id })));
        Assert.Equal((400, 10903), Code(await PrivatelyAsync(new { comment_id = own })));
        Platforms.Facebook.Settings.PrivateReplyNamesRecipient = false;
        Assert.Null((await PrivatelyAsync(new { post_id = post.Id })).Body["recipient_id"]);
        Platforms.Facebook.Settings.PrivateRepliesPerHour = 1;
        var (more, _) = await Platforms.Facebook.CommentsAsync("tu", "bốn", Ct);
        Assert.Equal((400, 613), Code(await PrivatelyAsync(new { comment_id = more.Id })));
    }

    [Fact]
    public async Task Who_comments_may_have_another_id_than_in_Messenger()
    {
        Platforms.Facebook.Settings.CommenterIdIsPsid = false;
        await Platforms.Facebook.CommentsAsync("hoa", "alo", Ct);
        Assert.NotEqual(Platforms.Facebook.Conversation("hoa").CitizenId, (string?)Value(Service.All.Single())["from"]!["id"]);
    }

    private Task<(int Status, JsonNode Body)> FeedAsync(object post) => GraphAsync(HttpMethod.Post, "me/feed", post);

    private async Task<string> PlanAsync(string message, DateTimeOffset due) =>
        (string)(await FeedAsync(new { message, published = false, scheduled_publish_time = due.ToUnixTimeSeconds() })).Body["id"]!;

    private Task<(int Status, JsonNode Body)> PrivatelyAsync(object recipient) => GraphAsync(HttpMethod.Post, "me/messages", new { recipient, message = new { text = "Mời nhắn riêng" } });

    private static JsonNode Value(Received post) => JsonNode.Parse(post.Body)!["entry"]![0]!["changes"]![0]!["value"]!;

    private static (int, int) Code((int Status, JsonNode Body) answer) => (answer.Status, (int)answer.Body["error"]!["code"]!);
}
