using System.Net;
using System.Text.Json;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Web.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Health;

/// <summary>Only the health part of the service, over a database.</summary>
internal sealed class HealthApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private HealthApp(WebApplication app)
    {
        this.app = app;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public static Task<HealthApp> StartAsync(TestDatabase database, params IHealthReporter[] reporters) =>
        StartAsync(database, storeWithin: "00:00:30", reporters);   // the first query of a cold process on a busy machine takes its time

    public static async Task<HealthApp> StartAsync(TestDatabase database, string storeWithin, params IHealthReporter[] reporters)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:Chatbot"] = database.ConnectionString;
        builder.Configuration["Health:StoreWithin"] = storeWithin;
        builder.Configuration["Health:LookAgainAfter"] = "00:00:00";
        builder.AddPersistence().AddHealth();
        foreach (var reporter in reporters) builder.Services.AddSingleton(reporter);
        var app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        return new HealthApp(app);
    }

    public Task<HttpStatusCode> LiveAsync() => StatusAsync("/health/live");

    public async Task<(HttpStatusCode Status, JsonElement Body)> ReadyAsync()
    {
        using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }
}

internal static class ReadyBody
{
    public static string Status(this JsonElement body) => body.GetProperty("status").GetString()!;

    public static JsonElement Part(this JsonElement body, string name) =>
        body.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name);

    public static long Figure(this JsonElement part, string name) => part.GetProperty("figures").GetProperty(name).GetInt64();
}
