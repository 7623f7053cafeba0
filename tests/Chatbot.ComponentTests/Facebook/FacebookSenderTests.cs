using System.Text.Json;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Persistence;

namespace Chatbot.ComponentTests.Facebook;

public sealed class FacebookSenderTests
{
    private static readonly Recipient ToCitizen = new(FacebookHost.Citizen, null);

    [Fact]
    public async Task A_send_carries_token_proof_type_and_our_mark()
    {
        await using var host = await FacebookHost.StartAsync();
        Assert.Equal(new SendOutcome.Sent("m_sent"), await SendAsync(host, new("Xin chào")));
        var call = Assert.Single(host.Graph.To("/messages"));
        Assert.Equal(("POST", "/v25.0/102030405060708/messages", "Bearer EAATESTPAGETOKEN"), (call.Method, call.Path, call.Authorization));
        Assert.Equal("?appsecret_proof=f4b618106d9e932c058837006fb5bfd987850520193c236461d77893b11349fa", call.Query);
        using var json = JsonDocument.Parse(call.Body);
        Assert.Equal("RESPONSE", json.RootElement.GetProperty("messaging_type").GetString());
        Assert.Equal("chatbot:corr-1", json.RootElement.GetProperty("message").GetProperty("metadata").GetString());
        Assert.False(json.RootElement.TryGetProperty("tag", out _));
    }

    [Fact]
    public async Task What_we_start_is_an_update()
    {
        await using var host = await FacebookHost.StartAsync();
        await SendAsync(host, new("Thông báo"), SendPriority.Outreach);
        Assert.Contains("\"messaging_type\":\"UPDATE\"", Assert.Single(host.Graph.To("/messages")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_part_that_an_official_has_pressed_for_is_tagged_as_a_humans()
    {
        await using var host = await FacebookHost.StartAsync();
        var sender = host.Get<FacebookSender>();
        var part = new OutgoingPart(host.Account.Row.Id, FacebookHost.Citizen, sender.Render(new("Cán bộ xin trả lời"), ToCitizen)[0], "corr-1", SendPriority.Reply);
        await sender.SendAsync(part with { AsHumanAgent = true }, CancellationToken.None);
        using var json = JsonDocument.Parse(Assert.Single(host.Graph.To("/messages")).Body);
        Assert.Equal(("MESSAGE_TAG", "HUMAN_AGENT"), (json.RootElement.GetProperty("messaging_type").GetString(), json.RootElement.GetProperty("tag").GetString()));
        Assert.Equal("Cán bộ xin trả lời", sender.TextOf(part.Body));
    }

    [Theory]
    [InlineData(10, 2018278, RefusalReason.OutsideWindow)]
    [InlineData(551, 1545041, RefusalReason.CitizenUnreachable)]
    [InlineData(100, 2018001, RefusalReason.CitizenUnreachable)]
    [InlineData(2018300, 0, RefusalReason.ThreadElsewhere)]
    public async Task A_refusal_is_certain_and_not_repeated(int code, int subcode, RefusalReason reason)
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Answer = _ => GraphStandIn.Refusal(code, subcode);
        Assert.Equal(reason, Assert.IsType<SendOutcome.Refused>(await SendAsync(host, new("x"))).Reason);
        Assert.Single(host.Graph.To("/messages"));
    }

    [Fact]
    public async Task A_refusal_inside_an_answer_of_200_is_a_refusal()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Answer = _ => GraphStandIn.Refusal(551, 1545041, status: 200);
        Assert.IsType<SendOutcome.Refused>(await SendAsync(host, new("x")));
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"(#1) Invalid JSON reply","code":1,"error_subcode":1357046}}""")]
    [InlineData(500, """{"error":{"message":"(#2) Service temporarily unavailable","code":2}}""")]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(200, "not json")]
    [InlineData(200, """{"recipient_id":"7418529630741852"}""")]
    public async Task What_may_have_been_delivered_is_unknown_and_not_repeated(int status, string body)
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Answer = _ => new(status, body);
        Assert.IsType<SendOutcome.Unknown>(await SendAsync(host, new("x") { Links = [new("Mở", "https://a.vn")] }));
        Assert.Single(host.Graph.To("/messages"));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_unknown_and_not_repeated()
    {
        await using var host = await FacebookHost.StartAsync(("Channels:AttemptTimeout", "00:00:00.300"));
        host.Graph.Answer = call => GraphStandIn.Success(call) with { After = TimeSpan.FromSeconds(5) };
        Assert.IsType<SendOutcome.Unknown>(await SendAsync(host, new("x")));
        Assert.Single(host.Graph.To("/messages"));
    }

    [Fact]
    public async Task A_platform_that_cannot_be_reached_has_certainly_not_delivered()
    {
        await using var host = await FacebookHost.StartAsync(("Facebook:GraphBaseAddress", "http://127.0.0.1:1"));
        Assert.IsType<SendOutcome.Throttled>(await SendAsync(host, new("x")));
    }

    [Fact]
    public async Task A_full_usage_header_stops_the_next_call_before_it_leaves()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Answer = call => GraphStandIn.Success(call) with
        {
            Headers = [("X-Business-Use-Case-Usage", """{"1":[{"type":"messenger","call_count":100,"estimated_time_to_regain_access":3}]}""")],
        };
        Assert.IsType<SendOutcome.Sent>(await SendAsync(host, new("x")));
        Assert.True(Assert.IsType<SendOutcome.Throttled>(await SendAsync(host, new("y"))).RetryAfter > TimeSpan.FromMinutes(2));
        Assert.Single(host.Graph.To("/messages"));
    }

    [Fact]
    public async Task A_limit_of_the_Page_holds_the_Page()
    {
        await using var host = await FacebookHost.StartAsync(("Channels:RatePatience", "00:00:00"));
        host.Graph.Answer = _ => GraphStandIn.Refusal(613);
        Assert.IsType<SendOutcome.Throttled>(await SendAsync(host, new("x")));
        Assert.IsType<SendOutcome.Throttled>(await SendAsync(host, new("y")));
        Assert.Single(host.Graph.To("/messages"));
    }

    [Fact]
    public async Task Buttons_that_are_refused_are_said_in_plain_words()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Answer = call => call.Body.Contains("attachment", StringComparison.Ordinal) ? GraphStandIn.Refusal(100) : GraphStandIn.Success(call);
        Assert.IsType<SendOutcome.Sent>(await SendAsync(host, new("Nộp") { Links = [new("Mở", "https://a.vn/")] }));
        using var json = JsonDocument.Parse(host.Graph.To("/messages")[1].Body);
        Assert.Equal("Nộp\nMở: https://a.vn/", json.RootElement.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("chatbot:corr-1", json.RootElement.GetProperty("message").GetProperty("metadata").GetString());
    }

    [Fact]
    public async Task A_dead_token_raises_the_alarm_and_a_sent_message_clears_it()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Answer = _ => GraphStandIn.Refusal(190, 460);
        Assert.Equal(RefusalReason.Token, Assert.IsType<SendOutcome.Refused>(await SendAsync(host, new("x"))).Reason);
        Assert.Equal(AccountStatus.NeedsAuthorisation, host.Account.Row.Status);
        Assert.Contains(host.Get<AccountHealth>().Problems, one => one.Problem == AccountProblem.NeedsAuthorisation);
        host.Graph.Answer = GraphStandIn.Success;
        await SendAsync(host, new("y"));
        Assert.Equal(AccountStatus.Active, host.Account.Row.Status);
    }

    [Fact]
    public async Task A_token_that_a_person_just_replaced_is_found_and_used()
    {
        await using var host = await FacebookHost.StartAsync();
        host.Graph.Answer = call => call.Authorization == "Bearer new" ? GraphStandIn.Success(call) : GraphStandIn.Refusal(190, 463);
        await using (var db = await host.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<ChatbotDb>>().CreateDbContextAsync())
        {
            var row = host.Account.Row;
            row.AccessToken = host.Get<ISecretBox>().ProtectText("new");   // as another process stores it
            db.Update(row);
            await db.SaveChangesAsync();
        }
        Assert.IsType<SendOutcome.Sent>(await SendAsync(host, new("x")));
        Assert.Equal(["Bearer EAATESTPAGETOKEN", "Bearer new"], host.Graph.To("/messages").Select(call => call.Authorization));
        Assert.Equal(AccountStatus.Active, host.Account.Row.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"RESPONSE"}""")]
    public async Task An_erased_body_is_refused_and_never_leaves(string body)
    {
        await using var host = await FacebookHost.StartAsync();
        var outcome = await host.Get<FacebookSender>().SendAsync(new(host.Account.Row.Id, FacebookHost.Citizen, body, "c", SendPriority.Reply), CancellationToken.None);
        Assert.Equal(new SendOutcome.Refused(RefusalReason.ContentRefused, 0), outcome);
        Assert.Empty(host.Graph.To("/messages"));
    }

    private static Task<SendOutcome> SendAsync(FacebookHost host, OutboundMessage message, SendPriority priority = SendPriority.Reply)
    {
        var sender = host.Get<FacebookSender>();
        return sender.SendAsync(new(host.Account.Row.Id, FacebookHost.Citizen, sender.Render(message, ToCitizen)[0], "corr-1", priority), CancellationToken.None);
    }
}
