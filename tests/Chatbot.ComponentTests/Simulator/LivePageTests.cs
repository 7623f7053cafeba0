using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>The page "Sân thử" and the stream that keeps it up to date.</summary>
public sealed class LivePageTests : SimulatorTest
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/san-thu", "text/html")]
    [InlineData("/san-thu.css", "text/css")]
    [InlineData("/san-thu.js", "text/javascript")]
    public async Task The_page_brings_everything_it_needs(string path, string type)
    {
        using var response = await Http.GetAsync(new Uri(Platforms.Address, path));

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_and_changes_of_one_conversation_come_as_they_happen()
    {
        using var stream = await OpenAsync("platform=zalo&citizen=hoa");
        await Platforms.Zalo.SaysAsync("lan", "không phải cô Hoa", Ct);
        await Platforms.Facebook.SaysAsync("hoa", "nền tảng khác", Ct);
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        await SendZaloAsync("hoa", new { text = "dạ" });
        var answer = Platforms.Zalo.MessagesTo("hoa")[0];
        await Platforms.Zalo.ReactsAsync("hoa", answer.Id, "/-heart", Ct);

        Assert.Equal("alo", (string?)(await NextAsync(stream))["text"]);
        Assert.Equal("dạ", (string?)(await NextAsync(stream))["text"]);
        var hearted = await NextAsync(stream);
        Assert.Equal((answer.Id, "/-heart"), ((string?)hearted["id"], (string?)hearted["reaction"]));
    }

    [Fact]
    public async Task Two_pages_hear_the_same_and_a_closed_one_hurts_nobody()
    {
        var first = await OpenAsync("platform=facebook&citizen=hoa");
        using var second = await OpenAsync("platform=facebook&citizen=hoa&account=" + Platforms.Facebook.Pages[0].PageId);
        first.Dispose();
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);

        Assert.Equal("alo", (string?)(await NextAsync(second))["text"]);
    }

    private async Task<StreamReader> OpenAsync(string query)
    {
        var response = await Http.GetAsync(new Uri(Platforms.Address, "/control/live?" + query), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(": open", await reader.ReadLineAsync());
        return reader;
    }

    private static async Task<JsonNode> NextAsync(StreamReader stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
            if (await stream.ReadLineAsync(patience.Token) is { } line && line.StartsWith("data: ", StringComparison.Ordinal)) return JsonNode.Parse(line[6..])!;
    }
}
