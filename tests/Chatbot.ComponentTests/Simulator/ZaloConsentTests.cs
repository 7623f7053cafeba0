using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;
using Chatbot.Simulator;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>The authorise page and the token endpoint, as a browser and a service walk through them.</summary>
public sealed class ZaloConsentTests : SimulatorTest, IDisposable
{
    private const string Callback = "https://xa.example.vn/oauth/zalo?tab=1";
    private const string Verifier = "verifier-43-characters-long-0123456789-abcd";
    private static readonly string Challenge = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Verifier)));
    private readonly HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    public void Dispose() => browser.Dispose();

    protected override void Configure(SimulatorOptions options) => options.Zalo.OAuthCallback = new Uri(Callback);

    [Fact]
    public async Task The_page_offers_every_OA_and_refuses_foreign_apps_and_addresses()
    {
        Assert.Contains($"value='{Platforms.Zalo.Accounts[0].OaId}'", await PageAsync(Platforms.Zalo.Settings.AppId, Callback), StringComparison.Ordinal);
        Assert.Contains("-14003", await PageAsync(Platforms.Zalo.Settings.AppId, "https://another.example.vn/"), StringComparison.Ordinal);
        Assert.Contains("-14002", await PageAsync("1", Callback), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Consent_leads_back_with_a_code_that_works_once_with_its_verifier(bool returnState)
    {
        Platforms.Zalo.Settings.ReturnState = returnState;
        var back = await ConsentAsync();

        Assert.Equal("1", back["tab"]);
        Assert.Equal(Platforms.Zalo.Accounts[0].OaId, back["oa_id"]);
        Assert.Equal(returnState ? "abc" : null, back["state"]);
        Assert.NotNull((await ExchangeAsync(back["code"]!, Verifier))["refresh_token"]);
        Assert.Null((await ExchangeAsync(back["code"]!, Verifier))["access_token"]);
    }

    [Fact]
    public async Task A_code_dies_after_ten_minutes_and_with_a_wrong_verifier()
    {
        var (late, wrong) = ((await ConsentAsync())["code"]!, (await ConsentAsync())["code"]!);

        Assert.Null((await ExchangeAsync(wrong, "another"))["access_token"]);
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(11), Ct);
        var answer = await ExchangeAsync(late, Verifier);
        Assert.True((int)answer["error"]! < 0);
        Assert.NotNull(answer["error_name"]);
    }

    [Fact]
    public async Task The_token_endpoint_reads_forms_only()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TokenUrl) { Content = JsonContent.Create(new { code = (await ConsentAsync())["code"], grant_type = "authorization_code" }) };
        request.Headers.Add("secret_key", Platforms.Zalo.Settings.AppSecret);
        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null((await response.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]);
    }

    private Uri TokenUrl => new(Platforms.ZaloOAuthBaseAddress, "v4/oa/access_token");

    private Task<string> PageAsync(string appId, string callback) =>
        browser.GetStringAsync(new Uri(Platforms.ZaloOAuthBaseAddress, $"v4/oa/permission?app_id={appId}&redirect_uri={Uri.EscapeDataString(callback)}&state=abc&code_challenge={Challenge}"));

    private async Task<System.Collections.Specialized.NameValueCollection> ConsentAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["redirect_uri"] = Callback,
            ["state"] = "abc",
            ["code_challenge"] = Challenge,
            ["oa_id"] = Platforms.Zalo.Accounts[0].OaId,
        });
        using var response = await browser.PostAsync(new Uri(Platforms.ZaloOAuthBaseAddress, "v4/oa/permission"), form);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return HttpUtility.ParseQueryString(response.Headers.Location!.Query);
    }

    private async Task<JsonNode> ExchangeAsync(string code, string verifier)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TokenUrl)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["code"] = code,
                ["app_id"] = Platforms.Zalo.Settings.AppId,
                ["grant_type"] = "authorization_code",
                ["code_verifier"] = verifier,
            }),
        };
        request.Headers.Add("secret_key", Platforms.Zalo.Settings.AppSecret);
        using var response = await Http.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
