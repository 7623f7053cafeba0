using System.Net;
using System.Text;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Testing.House;

namespace Chatbot.ComponentTests.Zalo;

public sealed class ZaloWebhookTests
{
    [Fact]
    public Task Every_recorded_event_is_kept_and_answered() => RunAsync(async host =>
    {
        foreach (var name in Names().Where(name => name != "probe"))
        {
            var body = Body(name);
            var timestamp = name.Contains("truncated", StringComparison.Ordinal) ? "17856720000" : name == "user_received_message-template" ? "1785672000500" : "1785672000000";
            var answer = await host.PostAsync(body, Sign(body, timestamp));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, name);
        }
        Assert.Equal(Names().Count - 1, host.Inbox.Events.Count);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mac=49c95014d32cc9e51dbf19ce9f2b9a02a0e8e919aa827b714c42c66ce8f9c0d2")]
    public Task Who_does_not_sign_rightly_is_refused(string? signature) => RunAsync(async host =>
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Body("user_send_text"), signature)).StatusCode);
        Assert.Empty(host.Inbox.Events);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("mac=00")]
    public Task The_consoles_probe_is_answered_and_dropped(string? signature) => RunAsync(async host =>
    {
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Body("probe"), signature)).StatusCode);
        Assert.Empty(host.Inbox.Events);
    });

    [Fact]
    public Task Broken_json_is_a_bad_request() => RunAsync(async host =>
    {
        var body = Encoding.UTF8.GetBytes("""{"app_id":"1234567890123456789","event_name":""");
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(body, ZaloHost.Sign(body))).StatusCode);
    });

    [Fact]
    public Task More_than_a_mebibyte_is_too_large() => RunAsync(async host =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostAsync(new byte[1024 * 1024 + 1], "mac=00")).StatusCode));

    [Fact]
    public Task A_full_queue_asks_for_another_delivery() => RunAsync(async host =>
    {
        host.Inbox.IsFull = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.PostAsync(Body("user_send_text"), ZaloHost.Sign(Body("user_send_text")))).StatusCode);
    });

    [Fact]
    public Task An_event_for_an_OA_that_is_not_ours_is_kept() => RunAsync(async host =>
    {
        var body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Body("user_send_text")).Replace(ZaloHost.OaId, "4999999999999999999", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(body, ZaloHost.Sign(body))).StatusCode);
        Assert.Equal("4999999999999999999", Assert.Single(host.Inbox.Events).AccountId);
    });

    [Fact]
    public Task A_receipt_the_other_way_round_still_finds_its_OA() => RunAsync(async host =>
    {
        var body = Body("user_seen_message-other-direction");
        await host.PostAsync(body, ZaloHost.Sign(body));
        var known = Assert.Single(host.Inbox.Events);
        Assert.Equal((ZaloHost.OaId, "8000000000000000001"), (known.AccountId, known.CitizenId));
    });

    private static string Folder => Path.Combine(Repository.Root, "tests", "Chatbot.Testing", "Payloads", "zalo");

    private static List<string> Names() => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    private static byte[] Body(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    private static string Sign(byte[] body, string timestamp) => "mac=" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        [.. Encoding.UTF8.GetBytes(ZaloHost.AppId), .. body, .. Encoding.UTF8.GetBytes(timestamp + ZaloHost.Key)]));

    private static async Task RunAsync(Func<ZaloHost, Task> test)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using var host = await ZaloHost.StartAsync(database, zalo);
        await test(host);
    }
}
