using System.Diagnostics;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;

namespace Chatbot.ComponentTests.Console;

/// <summary>What moves arrives in open pages, whichever process it happened in.</summary>
public sealed class LiveTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_open_first_page_hears_of_an_invitation_at_once(DatabaseKind kind)
    {
        await using var app = await ConsoleApp.StartAsync(kind);
        await app.AddOfficialAsync("song.quantri", Right.Administrator);
        using var browser = await app.SignedInAsync("song.quantri");
        await HearsAsync(browser, inviting: browser);
    }

    [PostgresFact]
    public async Task An_open_first_page_hears_of_an_invitation_in_another_process()
    {
        await using var app = await ConsoleApp.StartAsync(DatabaseKind.PostgreSql);
        await using var other = await app.StartAnotherAsync();
        await app.AddOfficialAsync("song.quantri", Right.Administrator);
        using var browser = await app.SignedInAsync("song.quantri");
        using var there = new Browser(other.Address, browser.Cookies);   // no sticky sessions: the same cookie is good everywhere
        await HearsAsync(browser, there);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stream_ends_when_its_session_has_ended(DatabaseKind kind)
    {
        await using var app = await ConsoleApp.StartAsync(kind);
        await app.AddOfficialAsync("song.dung", Right.Administrator);
        using var browser = await app.SignedInAsync("song.dung");
        using var answer = await browser.AnswerAsync("/console/live/waiting");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await UntilAsync(lines, "event: waiting");
        await browser.GetAsync("/console");
        await browser.SubmitAsync("/console/sign-out");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (await lines.ReadLineAsync(patience.Token) is not null) { }
        using var again = await browser.AnswerAsync("/console/live/waiting");
        Assert.NotEqual("text/event-stream", again.Content.Headers.ContentType?.MediaType);
    }

    private static async Task HearsAsync(Browser browser, Browser inviting)
    {
        using var answer = await browser.AnswerAsync("/console/live/waiting");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await UntilAsync(lines, "event: waiting");
        await InviteAsync(inviting, "song.mot");   // everything has run once
        await UntilAsync(lines, "<strong>");
        await InviteAsync(inviting, "song.hai");
        var watch = Stopwatch.StartNew();
        await UntilAsync(lines, "event: waiting");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"it took {watch.Elapsed}");   // far below the look by the clock, with room for a busy machine
    }

    private static async Task InviteAsync(Browser browser, string userName)
    {
        await browser.GetAsync("/console/officials/invite");
        await browser.SubmitAsync("/console/officials/invite",
            ("full_name", "Người mới"), ("user_name", userName), ("unit", Unit.RootId.ToString()), ("right", nameof(Right.Editor)));
    }

    private static async Task UntilAsync(StreamReader lines, string wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await lines.ReadLineAsync(patience.Token) is { } line)
            if (line.Contains(wanted, StringComparison.Ordinal)) return;
        Assert.Fail($"The stream ended before {wanted}");
    }
}
