using System.Security.Cryptography;
using System.Text;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;

namespace Chatbot.ComponentTests.Zalo;

public sealed class ZaloSenderTests
{
    private const string Consultation = "/v3.0/oa/message/cs";

    [Fact]
    public Task A_reply_goes_to_its_endpoint_with_its_token() => RunAsync(async (host, zalo) =>
    {
        Assert.Equal(new SendOutcome.Sent("z1"), await host.SendAsync("Chào anh/chị"));
        var call = Assert.Single(zalo.To(Consultation));
        Assert.Equal(("access-0", "", """{"recipient":{"user_id":"8000000000000000001"},"message":{"text":"Chào anh/chị"}}"""), (call.AccessToken, call.Proof, call.Body));
    });

    [Fact]
    public Task The_proof_is_sent_when_the_setting_says_so() => RunAsync(async (host, zalo) =>
    {
        await host.SendAsync();
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("app-secret"), Encoding.UTF8.GetBytes("access-0"))), zalo.To(Consultation)[0].Proof);
    }, ("Zalo:UseAppSecretProof", "true"));

    [Fact]
    public Task An_anonymous_visitor_is_answered_on_v2() => RunAsync(async (host, zalo) =>
    {
        var sender = host.Get<ZaloSender>();
        var body = sender.Render(new OutboundMessage("Xin chào"), new Recipient("anon-1", "conv-1"))[0];
        Assert.IsType<SendOutcome.Sent>(await sender.SendAsync(new OutgoingPart(host.AccountId, "anon-1", body, "c", SendPriority.Reply), CancellationToken.None));
        Assert.Single(zalo.To("/v2.0/oa/message"));
    });

    [Theory]
    [InlineData(200, """{"error":-230,"message":"7 days"}""", typeof(SendOutcome.Refused))]
    [InlineData(200, """{"error":"-230","message":"as text"}""", typeof(SendOutcome.Refused))]
    [InlineData(200, """{"error":-213,"message":"","data":[]}""", typeof(SendOutcome.Refused))]
    [InlineData(200, """{"error":-32,"message":"rate"}""", typeof(SendOutcome.Throttled))]
    [InlineData(429, "slow down", typeof(SendOutcome.Throttled))]
    [InlineData(200, """{"error":0,"data":{"message_id":"m","unknown":{"x":[1]}}}""", typeof(SendOutcome.Sent))]
    [InlineData(200, """{"message":"no code"}""", typeof(SendOutcome.Unknown))]
    [InlineData(200, "", typeof(SendOutcome.Unknown))]
    [InlineData(502, "<html>bad gateway</html>", typeof(SendOutcome.Unknown))]
    [InlineData(0, "connection broken after the message was taken", typeof(SendOutcome.Unknown))]
    public Task Every_answer_is_an_outcome_and_no_message_goes_twice(int status, string body, Type expected) => RunAsync(async (host, zalo) =>
    {
        zalo.Answer = _ => (status, body);
        Assert.IsType(expected, await host.SendAsync());
        Assert.Single(zalo.To(Consultation));
    });

    [Fact]
    public Task A_slow_platform_leaves_the_outcome_open() => RunAsync(async (host, zalo) =>
    {
        zalo.Answer = _ => { Thread.Sleep(1500); return null; };
        Assert.Equal(new SendOutcome.Unknown("time-out"), await host.SendAsync());
    }, ("Channels:AttemptTimeout", "00:00:00.300"));

    [Fact]
    public async Task Nobody_listening_means_nothing_was_delivered()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        var zalo = await ZaloStandIn.StartAsync();
        await using var host = await ZaloHost.StartAsync(database, zalo);
        await zalo.DisposeAsync();
        Assert.IsType<SendOutcome.Throttled>(await host.SendAsync());
    }

    [Fact]
    public Task A_dead_token_is_renewed_and_the_message_goes_out_once() => RunAsync(async (host, zalo) =>
    {
        zalo.Revoke();
        Assert.IsType<SendOutcome.Sent>(await host.SendAsync());
        Assert.Equal(["access-0", "access-1"], zalo.To(Consultation).Select(call => call.AccessToken));
    });

    [Fact]
    public Task Http_401_is_a_dead_token_too() => RunAsync(async (host, zalo) =>
    {
        zalo.Answer = call => call.AccessToken == "access-0" ? (401, "") : null;
        Assert.IsType<SendOutcome.Sent>(await host.SendAsync());
    });

    [Fact]
    public Task A_failing_platform_opens_the_breaker_and_messages_wait() => RunAsync(async (host, zalo) =>
    {
        zalo.Answer = _ => (500, "down");
        for (var i = 0; i < 10; i++) Assert.IsType<SendOutcome.Unknown>(await host.SendAsync());
        Assert.IsType<SendOutcome.Throttled>(await host.SendAsync());
        Assert.Equal(10, zalo.To(Consultation).Count);
        Assert.True(host.Get<AccountHealth>().Has(host.AccountId, AccountProblem.BreakerOpen));
    });

    [Fact]
    public Task Outreach_stops_where_the_share_for_replies_begins() => RunAsync(async (host, zalo) =>
    {
        var outreach = 0;
        while (await host.SendAsync("Thông báo", SendPriority.Outreach) is SendOutcome.Sent) outreach++;
        Assert.Equal(8, outreach);   // a tenth of 100 may go at once, a fifth of that is kept
        Assert.IsType<SendOutcome.Sent>(await host.SendAsync());
    }, ("Zalo:Limits:0:Since", "2026-03-01"), ("Zalo:Limits:0:OaPermitsPerMinute", "100"), ("Channels:RatePatience", "00:00:00"));

    private static async Task RunAsync(Func<ZaloHost, ZaloStandIn, Task> test, params (string, string)[] settings)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using var host = await ZaloHost.StartAsync(database, zalo, settings);
        await test(host, zalo);
    }
}
