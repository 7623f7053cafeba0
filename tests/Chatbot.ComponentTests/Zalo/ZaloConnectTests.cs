using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Chatbot.Channels;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;

namespace Chatbot.ComponentTests.Zalo;

public sealed class ZaloConnectTests
{
    [Fact]
    public Task An_administrator_connects_an_OA_with_a_link_that_works_once() => RunAsync(async (host, zalo) =>
    {
        var (ticket, page) = await BeginAsync(host);
        var asked = HttpUtility.ParseQueryString(page.Query);
        Assert.Equal((ZaloHost.AppId, 43), (asked["app_id"], asked["code_challenge"]!.Length));
        Assert.EndsWith("/connect/zalo/callback", asked["redirect_uri"], StringComparison.Ordinal);

        var done = await ReadAsync(await host.Http.GetAsync($"/connect/zalo/callback?code=good&oa_id={ZaloHost.OaId}&state={asked["state"]}"));
        Assert.Contains("Đã kết nối OA UBND xã Mẫu", done, StringComparison.Ordinal);
        var exchange = HttpUtility.ParseQueryString(zalo.To("/v4/oa/access_token")[0].Body);
        Assert.Equal(asked["code_challenge"], Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(exchange["code_verifier"]!))));
        var row = await host.RowAsync();
        Assert.Equal((zalo.Access, "UBND xã Mẫu", AccountStatus.Active), (host.Open(row.AccessToken), row.Name, row.Status));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.GetAsync("/connect/zalo?ticket=" + ticket)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.GetAsync("/connect/zalo/callback?code=good&oa_id=4")).StatusCode);
    });

    [Fact]
    public Task A_state_that_is_not_returned_is_forgiven_a_wrong_one_is_not() => RunAsync(async (host, zalo) =>
    {
        await BeginAsync(host);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.GetAsync("/connect/zalo/callback?code=good&oa_id=4&state=wrong")).StatusCode);
        Assert.Empty(zalo.To("/v4/oa/access_token"));
        await BeginAsync(host);
        Assert.Contains("Đã kết nối", await ReadAsync(await host.Http.GetAsync("/connect/zalo/callback?code=good&oa_id=4")), StringComparison.Ordinal);
    });

    [Fact]
    public Task Nobody_without_a_ticket_or_from_another_browser_gets_in() => RunAsync(async (host, zalo) =>
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.GetAsync("/connect/zalo?ticket=guess")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.PostAsync("/connect/zalo", Form("guess"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.GetAsync("/connect/zalo/callback?code=good&oa_id=4")).StatusCode);
        Assert.Empty(zalo.Calls);
    });

    [Fact]
    public Task A_refused_code_says_so() => RunAsync(async (host, _) =>
    {
        await BeginAsync(host);
        Assert.Contains("-14020", await ReadAsync(await host.Http.GetAsync("/connect/zalo/callback?code=bad&oa_id=4")), StringComparison.Ordinal);
    });

    [Fact]
    public Task The_pair_of_the_console_is_used_when_it_is_set() => RunAsync(async (host, _) =>
    {
        var (_, page) = await BeginAsync(host);
        Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(new string('v', 43)))), HttpUtility.ParseQueryString(page.Query)["code_challenge"]);
    }, ("Zalo:CodeVerifier", new string('v', 43)));

    [Fact]
    public Task The_domain_is_proved_by_file() => RunAsync(async (host, _) =>
    {
        var proof = await host.Http.GetStringAsync("/zalo_verifierAbC-1.html");
        Assert.Contains("""<meta name="zalo-platform-site-verification" content="AbC-1">""", proof, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/zalo_verifierother.html")).StatusCode);
    });

    private static async Task<(string Ticket, Uri Page)> BeginAsync(ZaloHost host)
    {
        var ticket = await host.Get<ConnectTickets>().IssueAsync(Channel.Zalo, CancellationToken.None);
        Assert.Contains(ticket, await ReadAsync(await host.Http.GetAsync("/connect/zalo?ticket=" + ticket)), StringComparison.Ordinal);
        var sent = await host.Http.PostAsync("/connect/zalo", Form(ticket));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        return (ticket, sent.Headers.Location!);
    }

    private static FormUrlEncodedContent Form(string ticket) => new([new("ticket", ticket)]);

    private static async Task<string> ReadAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static async Task RunAsync(Func<ZaloHost, ZaloStandIn, Task> test, params (string, string)[] settings)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using var host = await ZaloHost.StartAsync(database, zalo, settings);
        await test(host, zalo);
    }
}
