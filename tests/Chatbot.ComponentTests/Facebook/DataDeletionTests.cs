using System.Net;
using System.Text.Json;
using Chatbot.Channels;

namespace Chatbot.ComponentTests.Facebook;

public sealed class DataDeletionTests
{
    private const string Good =
        "v7xJR3wH135NAMyf0PBei61MENFNDDFYU2SbiN1u8c4.eyJ1c2VyX2lkIjoiMjE4NDcxIiwiYWxnb3JpdGhtIjoiSE1BQy1TSEEyNTYiLCJpc3N1ZWRfYXQiOjEyOTE4MzY4MDAsImV4cGlyZXMiOjEyOTE4NDA0MDB9";

    [Fact]
    public async Task A_demand_gets_a_code_and_a_page_that_tells_its_state()
    {
        await using var host = await FacebookHost.StartAsync();
        var answer = await PostAsync(host, ("signed_request", Good));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["confirmation_code", "url"], json.RootElement.EnumerateObject().Select(member => member.Name).Order());
        var code = json.RootElement.GetProperty("confirmation_code").GetString()!;
        Assert.Matches("^[A-Z0-9]{12}$", code);
        Assert.Equal("https://chatbot.example.gov.vn/privacy/deletion/" + code, json.RootElement.GetProperty("url").GetString());
        var page = WebUtility.HtmlDecode(await host.Http.GetStringAsync($"/privacy/deletion/{code[..3].ToLowerInvariant()}-{code[3..]}"));
        Assert.DoesNotContain("báo cho bạn", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ngày ngày", page, StringComparison.Ordinal);
        Assert.Contains(code, page, StringComparison.Ordinal);
        Assert.Contains("Đã hoàn tất", page, StringComparison.Ordinal);
        Assert.Contains("xóa dữ liệu của tôi", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_of_a_demand_names_nobody()
    {
        await using var host = await FacebookHost.StartAsync();
        await PostAsync(host, ("signed_request", Good));
        var kept = Assert.Single(await host.RowsAsync<DeletionRequest>());
        Assert.Equal((DeletionOutcome.NotLinked, kept.RequestedAt), (kept.Outcome, kept.DoneAt!.Value));
        Assert.DoesNotContain("218471", JsonSerializer.Serialize(kept), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signed_request", "")]
    [InlineData("signed_request", "v7xJR3wH135NAMyf0PBei61MENFNDDFYU2SbiN1u8c5.eyJ1c2VyX2lkIjoiMjE4NDcxIn0")]
    [InlineData("other", Good)]
    public async Task A_demand_that_Meta_did_not_sign_is_refused(string field, string value)
    {
        await using var host = await FacebookHost.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(host, (field, value))).StatusCode);
        Assert.Empty(await host.RowsAsync<DeletionRequest>());
    }

    [Theory]
    [InlineData("AAAAAAAAAAAA")]
    [InlineData("%3Cscript%3E")]
    public async Task An_unknown_code_is_not_found(string code)
    {
        await using var host = await FacebookHost.StartAsync();
        var answer = await host.Http.GetAsync("/privacy/deletion/" + code);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Không tìm thấy", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PostAsync(FacebookHost host, (string Name, string Value) field) =>
        host.Http.PostAsync("/webhooks/facebook/data-deletion", new FormUrlEncodedContent([KeyValuePair.Create(field.Name, field.Value)]));
}
