using System.Net;
using System.Text.RegularExpressions;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;

namespace Chatbot.ComponentTests.Console;

/// <summary>From the link to the pages, through real HTTP.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed partial class SignInTests(ConsoleApps apps)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_invited_official_chooses_a_password_once_and_is_signed_in(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        await app.AddOfficialAsync("moi.quantri", Right.Administrator);
        using var administrator = await app.SignedInAsync("moi.quantri");
        await administrator.GetAsync("/console/officials/invite");
        await administrator.SubmitAsync("/console/officials/invite",
            ("full_name", "Nguyễn Thị Lan"), ("user_name", "moi.lan"), ("unit", Unit.RootId.ToString()), ("right", nameof(Right.HotlineAgent)), ("right", nameof(Right.Editor)));
        var link = LinkOf(administrator.Html);

        using var invited = app.NewBrowser();
        Assert.Contains("moi.lan", await invited.GetAsync(link), StringComparison.Ordinal);
        await invited.SubmitAsync(link, ("password", "ngan"), ("repeat", "ngan"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, invited.Status);
        await invited.SubmitAsync(link, ("password", "moi.lan moi.lan"), ("repeat", "moi.lan moi.lan"));
        Assert.Contains("không được chứa tên đăng nhập", invited.Text, StringComparison.Ordinal);
        await invited.SubmitAsync(link, ("password", ConsoleApp.Password), ("repeat", ConsoleApp.Password));
        Assert.Equal("/console", invited.Path);
        Assert.Contains("Chào Nguyễn Thị Lan", invited.Text, StringComparison.Ordinal);

        using var late = app.NewBrowser();
        await late.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        using var again = await app.SignedInAsync("moi.lan");
        Assert.Equal("/console", again.Path);
        await again.GetAsync("/console/officials");
        Assert.Equal(HttpStatusCode.Forbidden, again.Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_an_authenticator_a_code_is_wanted_and_counts_once(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        await app.AddOfficialAsync("haibuoc", Right.Auditor);
        using var first = await app.SignedInAsync("haibuoc");
        await first.GetAsync("/console/account/two-factor");
        Assert.Contains("<svg", first.Html, StringComparison.Ordinal);
        var key = Key().Match(first.Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await first.SubmitAsync("/console/account/two-factor", ("code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / Totp.StepSeconds;
        await first.SubmitAsync("/console/account/two-factor", ("code", Totp.CodeAt(key, now)));
        var recovery = Recovery().Matches(first.Html).Select(m => m.Value).ToList();
        Assert.Equal(RecoveryCodes.Count, recovery.Count);

        using var second = await app.SignedInAsync("haibuoc");
        Assert.Equal("/console/sign-in/code", second.Path);
        await second.GetAsync("/console");
        Assert.Equal("/console/sign-in", second.Path);   // a password alone opens nothing
        await second.GetAsync("/console/sign-in/code");
        await second.SubmitAsync("/console/sign-in/code", ("code", Totp.CodeAt(key, now)));
        Assert.Equal(HttpStatusCode.Unauthorized, second.Status);   // this code has counted when it was set up
        await second.SubmitAsync("/console/sign-in/code", ("code", Totp.CodeAt(key, now + 1)));
        Assert.Equal("/console", second.Path);

        using var third = await app.SignedInAsync("haibuoc");
        await third.SubmitAsync("/console/sign-in/code", ("code", recovery[0].ToLowerInvariant()));
        Assert.Equal("/console", third.Path);
        using var fourth = await app.SignedInAsync("haibuoc");
        await fourth.SubmitAsync("/console/sign-in/code", ("code", recovery[0]));
        Assert.Equal(HttpStatusCode.Unauthorized, fourth.Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Too_many_wrong_passwords_close_the_account_even_for_the_right_one(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var id = await app.AddOfficialAsync("khoa.tam", Right.HotlineAgent);
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var browser = await app.SignedInAsync("khoa.tam", "sai mat khau roi");
            return browser.Status;
        }));
        Assert.All(tries, status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        using var right = await app.SignedInAsync("khoa.tam");
        Assert.Equal(HttpStatusCode.Unauthorized, right.Status);

        await app.AddOfficialAsync("khoa.quantri", Right.Administrator);
        using var administrator = await app.SignedInAsync("khoa.quantri");
        await administrator.GetAsync($"/console/officials/{id}");
        await administrator.SubmitAsync($"/console/officials/{id}/unlock");
        using var after = await app.SignedInAsync("khoa.tam");
        Assert.Equal("/console", after.Path);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_ends_at_once_when_it_is_signed_out_elsewhere_or_the_account_is_locked(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var id = await app.AddOfficialAsync("nhieu.phien", Right.HotlineAgent);
        using var home = await app.SignedInAsync("nhieu.phien");
        using var office = await app.SignedInAsync("nhieu.phien");
        await office.GetAsync("/console/account");
        await office.SubmitAsync("/console/account/sessions/end-others");
        await home.GetAsync("/console");
        Assert.Equal("/console/sign-in", home.Path);
        await office.GetAsync("/console");
        Assert.Equal("/console", office.Path);

        await app.AddOfficialAsync("phien.quantri", Right.Administrator);
        using var administrator = await app.SignedInAsync("phien.quantri");
        await administrator.GetAsync($"/console/officials/{id}");
        await administrator.SubmitAsync($"/console/officials/{id}/lock");
        await office.GetAsync("/console");
        Assert.Equal("/console/sign-in", office.Path);
        using var again = await app.SignedInAsync("nhieu.phien");
        Assert.Equal(HttpStatusCode.Unauthorized, again.Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reset_link_changes_the_password_and_signs_out_everywhere(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var id = await app.AddOfficialAsync("quen.mk", Right.HotlineAgent);
        await app.AddOfficialAsync("quen.quantri", Right.Administrator);
        using var old = await app.SignedInAsync("quen.mk");
        using var administrator = await app.SignedInAsync("quen.quantri");
        await administrator.GetAsync($"/console/officials/{id}");
        await administrator.SubmitAsync($"/console/officials/{id}/link", ("kind", nameof(InvitationKind.Reset)));
        var link = LinkOf(administrator.Html);
        using var browser = app.NewBrowser();
        await browser.GetAsync(link);
        await browser.SubmitAsync(link, ("password", "cau moi khong ai biet 7"), ("repeat", "cau moi khong ai biet 7"));
        Assert.Equal("/console", browser.Path);
        await old.GetAsync("/console");
        Assert.Equal("/console/sign-in", old.Path);
        using var wrong = await app.SignedInAsync("quen.mk");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_administrator_cannot_be_locked_even_by_two_at_once(DatabaseKind kind)
    {
        await using var app = await ConsoleApp.StartAsync(kind);
        var first = await app.AddOfficialAsync("ql.mot", Right.Administrator);
        var second = await app.AddOfficialAsync("ql.hai", Right.Administrator);
        using var one = await app.SignedInAsync("ql.mot");
        using var two = await app.SignedInAsync("ql.hai");
        await one.GetAsync($"/console/officials/{second}");
        await two.GetAsync($"/console/officials/{first}");
        await Task.WhenAll(one.SubmitAsync($"/console/officials/{second}/lock"), two.SubmitAsync($"/console/officials/{first}/lock"));
        await using var db = app.Database.NewContext();
        Assert.Equal(1, db.Set<Official>().Count(o => o.LockedAt == null && o.PasswordHash != null));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_right_that_asks_for_two_factors_leads_to_its_set_up_first(DatabaseKind kind)
    {
        await using var app = await ConsoleApp.StartAsync(kind, ("Officials__TwoFactorFor", "Administrator, Auditor"));
        await app.AddOfficialAsync("can.haibuoc", Right.Auditor);
        using var browser = await app.SignedInAsync("can.haibuoc");
        Assert.Equal("/console/account/two-factor", browser.Path);
        await browser.GetAsync("/console/audit");
        Assert.Equal("/console/account/two-factor", browser.Path);
        var key = Key().Match(browser.Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await browser.SubmitAsync("/console/account/two-factor", ("code", Totp.CodeAt(key, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / Totp.StepSeconds)));
        await browser.GetAsync("/console/audit");
        Assert.Equal("/console/audit", browser.Path);
    }

    private static string LinkOf(string html) => new Uri(Link().Match(html).Groups[1].Value).AbsolutePath;

    [GeneratedRegex("readonly>([^<]+)</textarea>")]
    private static partial Regex Link();

    [GeneratedRegex("id=\"key\">([A-Z2-7 ]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("[A-Z2-9]{5}-[A-Z2-9]{5}")]
    private static partial Regex Recovery();
}
