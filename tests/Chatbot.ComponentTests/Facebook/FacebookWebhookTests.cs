using System.Net;
using System.Text;
using Chatbot.Testing.Payloads;

namespace Chatbot.ComponentTests.Facebook;

public sealed class FacebookWebhookTests
{
    [Fact]
    public async Task The_handshake_returns_the_challenge_bare()
    {
        await using var host = await FacebookHost.StartAsync();
        var answer = await host.Http.GetAsync("/webhooks/facebook?hub.mode=subscribe&hub.verify_token=our%20word&hub.challenge=1158201444");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("1158201444", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("?hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1")]
    [InlineData("?hub.mode=unsubscribe&hub.verify_token=our%20word&hub.challenge=1")]
    [InlineData("?hub.verify_token=our%20word&hub.challenge=1")]
    [InlineData("?hub.mode=subscribe&hub.verify_token=our%20word")]
    [InlineData("?hub.mode=subscribe&hub.challenge=1")]
    [InlineData("")]
    public async Task Another_handshake_is_forbidden(string query)
    {
        await using var host = await FacebookHost.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.GetAsync("/webhooks/facebook" + query)).StatusCode);
    }

    [Fact]
    public async Task Every_recorded_body_is_accepted_and_stored()
    {
        await using var host = await FacebookHost.StartAsync();
        foreach (var path in Payload.Of("facebook"))
        {
            var before = host.Inbox.Events.Count;
            Assert.Equal(HttpStatusCode.OK, (await host.PostSignedAsync(Payload.Read(path))).StatusCode);
            Assert.True(host.Inbox.Events.Count > before || path == "facebook/instagram-body.json", path);
        }
    }

    [Fact]
    public async Task Only_Metas_signature_opens()
    {
        await using var host = await FacebookHost.StartAsync();
        var body = Payload.Read("facebook/text.json");
        string?[] wrong = [null, "", "sha256=", "sha256=" + new string('0', 64), FacebookHost.Sign([.. body, 10]), "sha1=c6b768253caeb8b9c0fce759959a609d94b622c2",
            FacebookHost.Sign(body).ToUpperInvariant()];
        foreach (var signature in wrong)
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(body, signature)).StatusCode);
        Assert.Empty(host.Inbox.Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("hub.mode=subscribe")]
    public async Task A_signed_body_that_is_no_JSON_object_is_a_bad_request(string body)
    {
        await using var host = await FacebookHost.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostSignedAsync(Encoding.UTF8.GetBytes(body))).StatusCode);
    }

    [Fact]
    public async Task A_body_of_one_MiB_passes_and_a_longer_one_is_too_large()
    {
        await using var host = await FacebookHost.StartAsync();
        var largest = Encoding.UTF8.GetBytes("""{"object":"page","entry":[],"x":""" + '"' + new string('x', 1024 * 1024 - 35) + "\"}");
        Assert.Equal(1024 * 1024, largest.Length);
        Assert.Equal(HttpStatusCode.OK, (await host.PostSignedAsync(largest)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostSignedAsync([.. largest, 32])).StatusCode);
    }

    [Fact]
    public async Task A_long_body_without_a_length_is_too_large_too()
    {
        await using var host = await FacebookHost.StartAsync();
        var body = new byte[1024 * 1024 + 1];
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/facebook") { Content = new StreamContent(new MemoryStream(body)) };
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_body_in_chunks_is_read_whole()
    {
        await using var host = await FacebookHost.StartAsync();
        var body = Encoding.UTF8.GetBytes("""{"object":"page","entry":[],"x":""" + '"' + new string('x', 100_000) + "\"}");
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/facebook") { Content = new StreamContent(new MemoryStream(body)) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Hub-Signature-256", FacebookHost.Sign(body));
        Assert.Equal(HttpStatusCode.OK, (await host.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task An_inbox_that_cannot_store_asks_for_another_delivery()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Inbox.IsFull = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.PostSignedAsync(Payload.Read("facebook/text.json"))).StatusCode);
    }
}
