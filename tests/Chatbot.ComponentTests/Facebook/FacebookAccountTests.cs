using System.Net;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Persistence;

namespace Chatbot.ComponentTests.Facebook;

/// <summary>Connecting a Page, and noticing when it falls away.</summary>
public sealed class FacebookAccountTests
{
    [Fact]
    public async Task The_settings_Page_is_connected_with_its_token_encrypted()
    {
        await using var host = await FacebookHost.StartAsync();
        Assert.Equal("EAATESTPAGETOKEN", host.Account.AccessToken);
        Assert.DoesNotContain("EAATESTPAGETOKEN", Assert.Single(await host.RowsAsync<ChannelAccount>()).AccessToken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Page_is_connected_by_its_token_alone()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Calls.Clear();
        var connection = await host.Get<ConnectFacebookPage>().RunAsync(" EAANEW ", CancellationToken.None);
        Assert.True(connection.IsComplete, string.Join('\n', connection.Steps));
        Assert.Equal(("EAANEW", "UBND xã Mẫu"), (host.Account.AccessToken, host.Account.Row.Name));
        Assert.Contains("messages,messaging_postbacks", Assert.Single(host.Graph.To("/subscribed_apps"), call => call.Method == "POST").Query, StringComparison.Ordinal);
        var profile = host.Graph.To("/messenger_profile");
        Assert.Contains("\"get_started\":{\"payload\":\"#batdau\"}", profile[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"locale\":\"default\"", profile[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"persistent_menu\"", profile[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"payload\":\"#gap\"", profile[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"ice_breakers\"", profile[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"app_id":"555000111222333","type":"USER","is_valid":true,"scopes":[]}}""", "khóa loại USER", false)]
    [InlineData("""{"data":{"app_id":"555000111222333","type":"PAGE","is_valid":false}}""", "hết hiệu lực", false)]
    [InlineData("""{"data":{"app_id":"555000111222333","type":"PAGE","is_valid":true,"scopes":["pages_manage_metadata"]}}""", "thiếu quyền pages_messaging", true)]
    [InlineData("""{"data":{"app_id":"1","type":"PAGE","is_valid":true}}""", "ứng dụng 1", true)]
    [InlineData("""{"data":{"type":"PAGE","is_valid":true,"expires_at":1795000000}}""", "hết hạn lúc", true)]
    public async Task What_is_wrong_with_a_token_is_said(string facts, string said, bool isStored)
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Answer = call => call.Path.EndsWith("/debug_token", StringComparison.Ordinal) ? new(200, facts) : GraphStandIn.Success(call);
        var connection = await host.Get<ConnectFacebookPage>().RunAsync("EAANEW", CancellationToken.None);
        Assert.Contains(connection.Steps, step => !step.IsDone && step.Text.Contains(said, StringComparison.Ordinal));
        Assert.Equal(isStored, connection.PageId is not null);
        Assert.False(connection.IsComplete);
    }

    [Fact]
    public async Task A_field_that_the_platform_does_not_know_is_left_out()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Calls.Clear();
        host.Graph.Answer = call => call.Query.Contains("template_status", StringComparison.Ordinal) ? GraphStandIn.Refusal(100) : GraphStandIn.Success(call);
        Assert.True((await host.Get<ConnectFacebookPage>().RunAsync("EAANEW", CancellationToken.None)).IsComplete);
        Assert.Equal(3, host.Graph.To("/subscribed_apps").Count(call => call.Method == "POST"));
    }

    [Fact]
    public async Task The_one_time_page_connects_once()
    {
        await using var host = await FacebookHost.StartAsync();
        var ticket = await host.Get<ConnectTickets>().IssueAsync(Channel.Facebook, CancellationToken.None);
        var page = await host.Http.GetStringAsync($"/connect/facebook?ticket={ticket}");
        Assert.Contains("name=\"token\"", page, StringComparison.Ordinal);
        var answer = await PostAsync(host, ticket, "EAANEW");
        Assert.Contains("Đã kết nối xong", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("EAANEW", host.Account.AccessToken);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(host, ticket, "EAAOTHER")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.GetAsync($"/connect/facebook?ticket={ticket}")).StatusCode);
        Assert.Equal("EAANEW", host.Account.AccessToken);
    }

    [Fact]
    public async Task A_mistyped_token_may_be_entered_again_and_is_never_shown()
    {
        await using var host = await FacebookHost.StartAsync();
        var ticket = await host.Get<ConnectTickets>().IssueAsync(Channel.Facebook, CancellationToken.None);
        host.Graph.Answer = _ => GraphStandIn.Refusal(190);
        var page = await (await PostAsync(host, ticket, "EAAWRONG")).Content.ReadAsStringAsync();
        Assert.Contains("name=\"token\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("EAAWRONG", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_connects_without_a_ticket()
    {
        await using var host = await FacebookHost.StartAsync();
        var zalo = await host.Get<ConnectTickets>().IssueAsync(Channel.Zalo, CancellationToken.None);
        foreach (var ticket in new[] { "", "guess", zalo }) Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(host, ticket, "EAANEW")).StatusCode);
        Assert.Equal("EAATESTPAGETOKEN", host.Account.AccessToken);
    }

    [Fact]
    public async Task A_token_that_died_is_noticed_before_a_citizen_does()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Answer = call => call.Path.EndsWith("/debug_token", StringComparison.Ordinal)
            ? new(200, """{"data":{"is_valid":false,"app_id":"555000111222333"}}""") : GraphStandIn.Success(call);
        await host.Get<FacebookTokens>().CheckAsync(CancellationToken.None);
        Assert.Equal(AccountStatus.NeedsAuthorisation, host.Account.Row.Status);
        host.Graph.Answer = GraphStandIn.Success;
        await host.Get<FacebookTokens>().CheckAsync(CancellationToken.None);
        Assert.Equal(AccountStatus.Active, host.Account.Row.Status);
    }

    [Fact]
    public async Task A_Page_that_dropped_us_is_subscribed_again()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Calls.Clear();
        host.Graph.Answer = call => call is { Method: "GET" } && call.Path.EndsWith("/subscribed_apps", StringComparison.Ordinal) ? new(200, """{"data":[]}""") : GraphStandIn.Success(call);
        await host.Get<FacebookTokens>().CheckAsync(CancellationToken.None);
        Assert.Contains(host.Graph.To("/subscribed_apps"), call => call.Method == "POST");
        host.Graph.Answer = call => call.Path.EndsWith("/subscribed_apps", StringComparison.Ordinal) ? (call.Method == "GET" ? new(200, """{"data":[]}""") : GraphStandIn.Refusal(200)) : GraphStandIn.Success(call);
        await host.Get<FacebookTokens>().CheckAsync(CancellationToken.None);
        Assert.Contains(host.Get<AccountHealth>().Problems, one => one.Problem == AccountProblem.NotSubscribed);
    }

    private static Task<HttpResponseMessage> PostAsync(FacebookHost host, string ticket, string token) => host.Http.PostAsync("/connect/facebook",
        new FormUrlEncodedContent([KeyValuePair.Create("ticket", ticket), KeyValuePair.Create("token", token)]));
}
