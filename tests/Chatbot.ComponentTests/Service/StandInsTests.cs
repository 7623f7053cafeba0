using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chatbot.Testing.Processes;
using Chatbot.Web.StartUp;
using Microsoft.AspNetCore.Builder;

namespace Chatbot.ComponentTests.Service;

/// <summary>The platforms' stand-ins are there in Development without any setting, and nowhere in Production.</summary>
public sealed class StandInsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-stand-ins-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public async Task Outside_Development_they_do_not_start_even_without_settings(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = folder });
        Assert.Null(await StandIns.StartAsync(builder, CancellationToken.None));
    }

    [Fact]
    public async Task Production_has_none_of_them_and_listens_on_its_own_port_only()
    {
        await using var service = ServiceProcess.Bare(folder, ("ConnectionStrings__Chatbot", $"Data Source={folder}/chatbot.db"), ("StandIns__Port", "0"));
        await service.StartAsync();
        using var http = new HttpClient { BaseAddress = service.Address };
        foreach (var path in new[] { "/san-thu", "/san-thu.js", "/control/state", "/zalo-api/v3.0/oa/message/cs", "/graph/v25.0/me" })
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        Assert.DoesNotContain("Sân thử", await http.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        if (OperatingSystem.IsLinux()) Assert.Equal([service.Address.Port], ListeningPorts.Of(service.Id));
    }

    [Fact]
    public async Task Development_without_settings_starts_them_and_a_citizen_is_answered()
    {
        await using var service = ServiceProcess.Bare(folder, ("ASPNETCORE_ENVIRONMENT", "Development"), ("StandIns__Port", "0"));
        await service.StartAsync();
        using var http = new HttpClient { BaseAddress = await service.TryOutAddressAsync() };
        Assert.Contains("Sân thử", await http.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        foreach (var platform in new[] { "zalo", "facebook" })
        {
            using var told = await http.PostAsJsonAsync($"/control/{platform}/act", new { citizen = "chi-lan", act = "text", text = RunningService.BirthQuestion });
            told.EnsureSuccessStatusCode();
            var mailbox = new Uri($"/control/{platform}/mailbox/chi-lan", UriKind.Relative);
            await Until.TrueAsync(async () =>
                (await http.GetFromJsonAsync<JsonElement>(mailbox)).EnumerateArray().Any(m => m.GetRawText().Contains(RunningService.BirthCode, StringComparison.Ordinal)));
        }
    }
}
