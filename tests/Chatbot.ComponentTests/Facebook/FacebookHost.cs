using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Web.Connect;
using Chatbot.Web.Privacy;
using Chatbot.Web.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Facebook;

/// <summary>The Facebook channel alone: its endpoints on a real port, a real database, a Graph API of the test's own, an inbox that only keeps.</summary>
internal sealed class FacebookHost : IAsyncDisposable
{
    public const string Secret = "test_app_secret_0123456789abcdef";
    public const string PageId = "102030405060708";
    public const string Citizen = "7418529630741852";

    private readonly WebApplication app;
    private readonly TestDatabase database;

    private FacebookHost(WebApplication app, TestDatabase database, GraphStandIn graph, KeepingInbox inbox)
    {
        (this.app, this.database, Graph, Inbox) = (app, database, graph, inbox);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public GraphStandIn Graph { get; }

    public KeepingInbox Inbox { get; }

    public HttpClient Http { get; }

    public ConnectedAccount Account => Get<AccountDirectory>().Find(Channel.Facebook, PageId)!;

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<FacebookHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        var (graph, inbox) = (await GraphStandIn.StartAsync(), new KeepingInbox());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        (string, string)[] common =
        [
            ("ConnectionStrings:Chatbot", database.ConnectionString), ("Facebook:AppId", "555000111222333"), ("Facebook:AppSecret", Secret),
            ("Facebook:VerifyToken", "our word"), ("Facebook:GraphBaseAddress", graph.Address), ("Facebook:Pages:0:PageId", PageId),
            ("Facebook:Pages:0:AccessToken", "EAATESTPAGETOKEN"), ("Channels:PublicAddress", "https://chatbot.example.gov.vn"),
        ];
        foreach (var (key, value) in common.Concat(settings)) builder.Configuration[key] = value;
        builder.AddPersistence().AddFacebook().AddPrivacy();
        builder.Services.AddSingleton<ISecretBox, ReversedBox>().AddSingleton<IInbox>(inbox);
        var app = builder.Build();
        app.MapFacebookWebhook().MapFacebookConnect().MapPrivacy();
        await app.StartAsync();
        return new FacebookHost(app, database, graph, inbox);
    }

    public Task<HttpResponseMessage> PostAsync(byte[] body, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/facebook") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        return Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostSignedAsync(byte[] body) => PostAsync(body, Sign(body));

    public static string Sign(byte[] body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));

    public async Task<List<T>> RowsAsync<T>() where T : class
    {
        await using var db = await Get<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync();
        return await db.Set<T>().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Graph.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>No encryption, but visibly not the plain text.</summary>
    private sealed class ReversedBox : ISecretBox
    {
        public byte[] Protect(ReadOnlySpan<byte> plain)
        {
            var bytes = plain.ToArray();
            Array.Reverse(bytes);
            return bytes;
        }

        public bool TryUnprotect(byte[] secret, out byte[] plain)
        {
            plain = Protect(secret);
            return true;
        }
    }
}

internal sealed class KeepingInbox : IInbox
{
    public ConcurrentQueue<RecognisedEvent> Events { get; } = new();

    public bool IsFull { get; set; }

    public ValueTask<bool> AcceptAsync(IReadOnlyList<RecognisedEvent> events, CancellationToken ct)
    {
        if (IsFull) return new(false);
        foreach (var one in events) Events.Enqueue(one);
        return new(true);
    }
}
