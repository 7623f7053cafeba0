using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Chatbot.ComponentTests.Zalo;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Zalo;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;

namespace Chatbot.ComponentTests.StartUp;

/// <summary>The real service in Development, where it plays the platforms itself.</summary>
public sealed partial class StandInsTests
{
    [Fact]
    public async Task Settings_that_are_given_are_kept_and_the_stand_ins_know_them()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var elsewhere = await SimulatorApp.StartAsync(GivenSettings(), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("chatbot-standins-");
        await using (var service = ServiceProcess.For(database, elsewhere, folder.FullName, ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("StandIns__Port", "0"), ("Zalo__ApiBaseAddress", ""), ("Zalo__OAuthBaseAddress", ""), ("Facebook__GraphBaseAddress", "")))
        {
            await service.StartAsync();
            using var http = new HttpClient { BaseAddress = await StandInAsync(service) };
            var state = await http.GetStringAsync("/control/state");
            Assert.Contains(ZaloHost.OaId, state);
            Assert.Contains("102030405060708", state);
            foreach (var platform in new[] { "zalo", "facebook" })
            {
                (await http.PostAsJsonAsync($"/control/{platform}/act", new { citizen = "chi-lan", act = "text", text = "xin chào" })).EnsureSuccessStatusCode();
                Assert.True(await IsAnsweredAsync(http, platform), platform + "\n" + service.Output);
            }
        }
        folder.Delete(recursive: true);
    }

    // What the environment gives the service: none of it is the stand-ins' own.
    private static SimulatorOptions GivenSettings()
    {
        var options = new SimulatorOptions();
        (options.Zalo.AppId, options.Zalo.AppSecret, options.Zalo.OaSecretKey) = (ZaloHost.AppId, "given-secret", ZaloHost.Key);
        options.Zalo.Accounts.Add(new ZaloAccountSettings { OaId = ZaloHost.OaId, AccessToken = "given-access", RefreshToken = "given-refresh" });
        (options.Facebook.AppId, options.Facebook.AppSecret, options.Facebook.VerifyToken) = ("555000111222333", "given-app-secret", "given-word");
        options.Facebook.Pages.Add(new FacebookPageSettings { PageId = "102030405060708", AccessToken = "given-page-token" });
        return options;
    }

    private static async Task<Uri> StandInAsync(ServiceProcess service)
    {
        for (var i = 0; i < 200; i++, await Task.Delay(50))
            if (Announced().Match(service.Output) is { Success: true } line) return new Uri(line.Groups[1].Value);
        throw new TimeoutException("The stand-ins' address was not printed:\n" + service.Output);
    }

    private static async Task<bool> IsAnsweredAsync(HttpClient http, string platform)
    {
        for (var i = 0; i < 200; i++, await Task.Delay(50))
            if (await http.GetStringAsync($"/control/{platform}/mailbox/chi-lan") is { Length: > 2 }) return true;
        return false;
    }

    [GeneratedRegex(@"Sân thử .*(http://\S+)")]
    private static partial Regex Announced();
}
