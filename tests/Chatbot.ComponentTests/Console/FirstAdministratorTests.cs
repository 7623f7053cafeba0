using System.Net;
using System.Text.RegularExpressions;
using Chatbot.Cli;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;

namespace Chatbot.ComponentTests.Console;

/// <summary>How the first person gets in, and how the last one gets in again.</summary>
public sealed partial class FirstAdministratorTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_logged_link_opens_once_and_is_closed_when_somebody_else_administers(DatabaseKind kind)
    {
        await using var app = await ConsoleApp.StartProcessAsync(kind);
        var link = await PrintedAsync(app.Process);
        using var browser = app.NewBrowser();
        await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await app.AddOfficialAsync("ql.khac", Right.Administrator);
        await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Development_prints_the_link_and_asks_for_no_telephone()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-first-");
        await using (var service = ServiceProcess.Bare(folder.FullName, ("ASPNETCORE_ENVIRONMENT", "Development"), ("StandIns__Port", "0")))
        {
            await service.StartAsync();
            await AcceptAsync(service.Address, await PrintedAsync(service), "/console");
        }
        folder.Delete(recursive: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_command_line_invites_and_resets_the_telephone_too(DatabaseKind kind)
    {
        await using var app = await ConsoleApp.StartAsync(kind, ("Officials__TwoFactorFor", "Administrator"));
        var (code, link) = await CliAsync(app, "invite", "--user", "cli.mot", "--name", "Lê Văn Một");
        Assert.Equal(0, code);
        using var browser = await AcceptAsync(app.Address, link, "/console/account/two-factor");
        var key = Key().Match(browser.Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await browser.SubmitAsync("/console/account/two-factor", ("code", Totp.CodeAt(key, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / Totp.StepSeconds)));
        await browser.GetAsync("/console/officials");
        Assert.Equal(HttpStatusCode.OK, browser.Status);

        Assert.Equal(1, (await CliAsync(app, "invite", "--user", "cli.mot", "--name", "Lần Hai")).Code);
        Assert.Equal(1, (await CliAsync(app, "reset", "--user", "khong.co")).Code);
        Assert.Equal(2, (await CliAsync(app, "invite", "--user", "thieu.ten")).Code);
        (code, link) = await CliAsync(app, "reset", "--user", "cli.mot", "--two-factor");
        Assert.Equal(0, code);
        using var again = await AcceptAsync(app.Address, link, "/console/account/two-factor");   // neither password nor telephone are needed
        await browser.GetAsync("/console");
        Assert.Equal("/console/sign-in", browser.Path);
    }

    private static async Task<Browser> AcceptAsync(Uri address, string link, string leadsTo)
    {
        var browser = new Browser(address);
        await browser.GetAsync(link);
        await browser.SubmitAsync(link, ("password", ConsoleApp.Password), ("repeat", ConsoleApp.Password));
        Assert.Equal(leadsTo, browser.Path);
        return browser;
    }

    private static async Task<string> PrintedAsync(ServiceProcess process)
    {
        await Service.Until.TrueAsync(() => Task.FromResult(process.Lines.Any(line => Link().IsMatch(line))));
        return new Uri(Link().Match(process.Lines.First(line => Link().IsMatch(line))).Value).AbsolutePath;
    }

    private static async Task<(int Code, string Link)> CliAsync(ConsoleApp app, params string[] args)
    {
        using var output = new StringWriter();
        var code = await OfficialVerb.RunAsync([.. args, "--database", app.Database.ConnectionString, "--address", app.Address.ToString()], output, output, CancellationToken.None);
        return (code, Link().Match(output.ToString()) is { Success: true } link ? new Uri(link.Value).AbsolutePath : "");
    }

    [GeneratedRegex(@"https?://[^\s""]+/console/invitation/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("id=\"key\">([A-Z2-7 ]+)<")]
    private static partial Regex Key();
}
