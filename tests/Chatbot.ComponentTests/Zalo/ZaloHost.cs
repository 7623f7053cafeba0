using System.Security.Cryptography;
using System.Text;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.ComponentTests.Facebook;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Web.Connect;
using Chatbot.Web.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Zalo;

/// <summary>One process of the service with the Zalo channel alone: real port, real database, real encryption, an inbox that only keeps.</summary>
internal sealed class ZaloHost : IAsyncDisposable
{
    public const string AppId = "1234567890123456789", OaId = "4000000000000000001", Key = "test-oa-secret-key";

    // One key ring for all processes of a test, as the keys folder is in production.
    private static readonly IDataProtectionProvider Keys = new EphemeralDataProtectionProvider();

    private readonly WebApplication app;

    private ZaloHost(WebApplication app, KeepingInbox inbox)
    {
        (this.app, Inbox) = (app, inbox);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public KeepingInbox Inbox { get; }

    public HttpClient Http { get; }

    public Guid AccountId => Get<AccountDirectory>().Find(Channel.Zalo, OaId)!.Row.Id;

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<ZaloHost> StartAsync(TestDatabase database, ZaloStandIn zalo, params (string Key, string Value)[] settings)
    {
        var inbox = new KeepingInbox();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        (string, string)[] common =
        [
            ("ConnectionStrings:Chatbot", database.ConnectionString), ("Zalo:AppId", AppId), ("Zalo:AppSecret", "app-secret"), ("Zalo:OaSecretKey", Key),
            ("Zalo:ApiBaseAddress", zalo.Address), ("Zalo:OAuthBaseAddress", zalo.Address), ("Zalo:Accounts:0:OaId", OaId),
            ("Zalo:Accounts:0:AccessToken", "access-0"), ("Zalo:Accounts:0:RefreshToken", "refresh-0"), ("Zalo:DomainVerification:0", "AbC-1"),
        ];
        foreach (var (key, value) in common.Concat(settings)) builder.Configuration[key] = value;
        builder.AddPersistence().AddZalo().AddZaloConnect();
        builder.Services.AddSingleton<ISecretBox>(new KeyBox(Keys.CreateProtector("test"))).AddSingleton<IInbox>(inbox);
        var app = builder.Build();
        app.MapZaloWebhook().MapZaloConnect();
        await app.Services.GetRequiredService<ZaloSetup>().RunAsync(CancellationToken.None);
        await app.StartAsync();
        return new ZaloHost(app, inbox);
    }

    public Task<SendOutcome> SendAsync(string text = "Xin chào", SendPriority priority = SendPriority.Reply)
    {
        var body = Get<ZaloSender>().Render(new OutboundMessage(text), new Recipient("8000000000000000001", null))[0];
        return Get<ZaloSender>().SendAsync(new OutgoingPart(AccountId, "8000000000000000001", body, "c1", priority), CancellationToken.None);
    }

    public Task<HttpResponseMessage> PostAsync(byte[] body, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/zalo") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-ZEvent-Signature", signature);
        return Http.SendAsync(request);
    }

    public static string Sign(byte[] body, string key = Key) => "mac=" + Convert.ToHexStringLower(
        SHA256.HashData([.. Encoding.UTF8.GetBytes(AppId), .. body, .. Encoding.UTF8.GetBytes("1785672000000" + key)]));

    public async Task<ChannelAccount> RowAsync()
    {
        await using var db = await Get<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync();
        return await db.Set<ChannelAccount>().SingleAsync(a => a.PlatformId == OaId);
    }

    public string? Open(string? secret) => Get<ISecretBox>().UnprotectText(secret);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private sealed class KeyBox(IDataProtector protector) : ISecretBox
    {
        public byte[] Protect(ReadOnlySpan<byte> plain) => protector.Protect(plain.ToArray());

        public bool TryUnprotect(byte[] secret, out byte[] plain)
        {
            plain = [];
            try
            {
                plain = protector.Unprotect(secret);
                return true;
            }
            catch (CryptographicException)
            {
                return false;
            }
        }
    }
}
