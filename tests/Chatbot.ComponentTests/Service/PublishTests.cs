using System.Diagnostics;
using System.Net;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Testing.House;
using Chatbot.Testing.Processes;

namespace Chatbot.ComponentTests.Service;

/// <summary>What is deployed is a published build; it must run as well as the one that the tests are built with.</summary>
[Trait("Category", "Publish")]
public sealed class PublishTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-publish-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [PostgresFact]
    public async Task The_published_build_runs_on_PostgreSQL()
    {
        var (build, data) = (Path.Combine(folder, "build"), Directory.CreateDirectory(Path.Combine(folder, "data")).FullName);
        await PublishAsync(build);
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await using var service = ServiceProcess.Of(build, data, ("ConnectionStrings__Chatbot", database.ConnectionString));
        await service.StartAsync();
        using var http = new HttpClient { BaseAddress = service.Address };
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        using var home = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal(0, await service.StopAsync());
    }

    private static async Task PublishAsync(string build)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", "src/Chatbot.Web", "-c", "Release", "--no-restore", "--nologo", "-v", "quiet", "-o", build])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // No build server may outlive the test and hold its output open.
        (start.Environment["MSBUILDDISABLENODEREUSE"], start.Environment["UseSharedCompilation"]) = ("1", "false");
        using var publish = Process.Start(start)!;
        var (output, errors) = (publish.StandardOutput.ReadToEndAsync(), publish.StandardError.ReadToEndAsync());
        await publish.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        Assert.True(publish.ExitCode == 0, await output + await errors);
    }
}
