using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;

namespace Chatbot.Tests.Channels.Shared;

/// <summary>Which files a platform takes, and how one stands in the outbox.</summary>
public sealed class OutboundFileTests
{
    private static readonly Recipient Citizen = new("8000000000000000001", null);

    [Theory]
    [InlineData("image/png", 1 << 20, true, true)]
    [InlineData("image/png", (1 << 20) + 1, false, true)]
    [InlineData("image/gif", 1_000, false, true)]
    [InlineData("application/pdf", 5 << 20, true, true)]
    [InlineData("application/pdf", (5 << 20) + 1, false, true)]
    [InlineData("image/jpeg", 9 << 20, false, false)]
    [InlineData("video/mp4", 10 << 20, false, true)]
    public void A_platform_takes_what_its_manual_lists(string type, long size, bool zalo, bool facebook)
    {
        var file = new OutboundFile(Guid.NewGuid(), "tệp", type, size);
        Assert.Equal((zalo, facebook), (ZaloFiles.Render(file, Citizen) is not null, FacebookFiles.Render(file, Citizen) is not null));
    }

    [Fact]
    public void A_visitor_of_the_web_chat_gets_no_file() =>
        Assert.Null(ZaloFiles.Render(new OutboundFile(Guid.NewGuid(), "anh.png", "image/png", 1), new Recipient("anonymous", "conversation")));

    [Fact]
    public void A_file_in_the_outbox_names_itself_and_is_uploaded_under_a_plain_name()
    {
        var body = ZaloFiles.Render(new OutboundFile(Guid.NewGuid(), "Bản vẽ cống.pdf", "application/pdf", 10), Citizen)!;
        Assert.Equal("📎 Bản vẽ cống.pdf", ZaloMessageMapper.TextOf(body));
        Assert.Equal("ban-ve-cong.pdf", FileBody.Read(body)!.UploadName);
        Assert.Null(FileBody.Read("{\"recipient\":{\"user_id\":\"1\"}}"));
        Assert.Null(FileBody.Read("{\"our_file\":"));
    }

    [Theory]
    [InlineData("id", null, "{\"recipient\":{\"user_id\":\"8000000000000000001\"},\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"media\",\"elements\":[{\"media_type\":\"image\",\"attachment_id\":\"id\"}]}}}}")]
    [InlineData(null, "tok", "{\"recipient\":{\"user_id\":\"8000000000000000001\"},\"message\":{\"attachment\":{\"type\":\"file\",\"payload\":{\"token\":\"tok\"}}}}")]
    [InlineData(null, null, null)]
    public void Zalos_body_names_what_the_upload_gave(string? id, string? token, string? body) =>
        Assert.Equal(body, ZaloFiles.Body(Citizen, new ZaloUploaded(id, token)));
}
