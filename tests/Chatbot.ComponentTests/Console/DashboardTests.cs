using System.Net;
using System.Text.RegularExpressions;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline.After;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Reports;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Chatbot.Understanding;

namespace Chatbot.ComponentTests.Console;

/// <summary>Figures are what their rows are, within the visitor's units.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed partial class DashboardTests(ConsoleApps apps)
{
    private const string Path = "/console/dashboards";

    // Monday 16 November 2026, 9:00 in Viet Nam, and Sunday night before.
    private static readonly DateTimeOffset InHours = new(2026, 11, 16, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset OutOfHours = new(2026, 11, 15, 15, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_figure_of_today_opens_as_many_rows(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "hn");
        var other = await app.AddUnitAsync("Xã khác hn", UnitKind.Commune);
        await AddCasesAsync(app, other.Id, (InHours, null));
        await AddCasesAsync(app, unit, (InHours, null), (InHours, null), (InHours, TimeSpan.FromHours(1)), (OutOfHours, TimeSpan.FromHours(4)), (DateTimeOffset.UtcNow, null));
        using var browser = await app.SignedInAsync("hn.giamsat");
        await browser.GetAsync(Path);
        var figures = Figures(browser);
        Assert.Equal(("3", "2"), (figures["Chưa trả lời"].Value, figures["Quá hạn"].Value));
        await AssertRowsAsync(browser, figures.Values);
        Assert.DoesNotContain("Xã khác hn", browser.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Median_and_p90_are_told_in_and_out_of_hours(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "tg");
        await AddCasesAsync(app, unit, [.. Enumerable.Range(1, 9).Select(hours => (InHours, (TimeSpan?)TimeSpan.FromHours(hours))), (InHours, null), (OutOfHours, TimeSpan.FromHours(20))]);
        using var browser = await app.SignedInAsync("tg.giamsat");
        await browser.GetAsync(Path + "/response?from=2026-11-10&to=2026-11-20");
        var figures = Figures(browser);
        Assert.Equal(("11", "5 giờ 0 phút", "9 giờ 0 phút"), (figures["Số hồ sơ"].Value, figures["Một nửa được trả lời trong"].Value, figures["Chín phần mười được trả lời trong"].Value));
        Assert.Equal([["5 giờ 0 phút", "9 giờ 0 phút", "10"], ["20 giờ 0 phút", "20 giờ 0 phút", "1"]], Table(browser, "by-hours"));
        await browser.GetAsync(Path + "/cases?state=opened&from=2026-11-10&to=2026-11-20&hours=in");
        Assert.Contains("10 dòng", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync(Path + "/cases?state=opened&from=2026-11-10&to=2026-11-20&hours=out");
        Assert.Contains("1 dòng", browser.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_bots_answers_are_counted_by_the_day_in_Viet_Nam(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "tl2");
        var lateEvening = new DateTimeOffset(2026, 11, 15, 17, 30, 0, TimeSpan.Zero);   // 0:30 on the 16th in Viet Nam
        await AddAnswersAsync(app, unit, (lateEvening, Handling.Procedure), (InHours, Handling.Faq), (InHours, Handling.Clarify), (InHours, Handling.Escalate), (InHours, Handling.Smalltalk),
            (lateEvening.AddHours(-1), Handling.OutOfScope));
        using var browser = await app.SignedInAsync("tl2.giamsat");
        await browser.GetAsync(Path + "/bot?from=2026-11-15&to=2026-11-16");
        Assert.Equal([["0", "0", "0", "1"], ["2", "1", "1", "0"]], Table(browser, "by-day"));
        Assert.Equal("40 %", Figures(browser)["Tự trả lời"].Value);
        await browser.GetAsync(Path + "/answers?outcome=understood&from=2026-11-16&to=2026-11-16");
        Assert.Contains("2 dòng", browser.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scores_of_fewer_than_five_are_not_shown_and_the_response_rate_always_is(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "hl");
        using var browser = await app.SignedInAsync("hl.giamsat");
        var cases = await AddCasesAsync(app, unit, [.. Enumerable.Repeat((InHours, (TimeSpan?)TimeSpan.FromHours(1)), 10)]);
        await AddSurveysAsync(app, unit, cases.Take(8), answered: 4);
        await browser.GetAsync(Path + "/satisfaction?from=2026-11-10&to=2026-11-20");
        Assert.Equal(("8", "4", "50 %"), (Figures(browser)["Phiếu đã gửi"].Value, Figures(browser)["Phiếu có trả lời"].Value, Figures(browser)["Tỷ lệ trả lời"].Value));
        Assert.DoesNotContain("Điểm trung bình", browser.Text, StringComparison.Ordinal);
        await AddSurveysAsync(app, unit, cases.Skip(8), answered: 2);
        await browser.GetAsync(Path + "/satisfaction?from=2026-11-10&to=2026-11-20");
        Assert.Equal(["100 %", "5,0", "6"], Table(browser, "by-question")[2]);
        await AssertRowsAsync(browser, Figures(browser).Values.Where(figure => !figure.Value.Contains('%', StringComparison.Ordinal)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_topic_that_rises_stands_before_one_that_is_always_asked(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "cd");
        var now = DateTimeOffset.UtcNow;
        await AddAnswersAsync(app, unit, "1.000894", [.. Enumerable.Range(1, 34).Select(day => now.AddDays(-day))]);
        await AddAnswersAsync(app, unit, "1.001193", [.. Enumerable.Range(1, 20).Select(i => now.AddHours(-i))]);
        await AddAnswersAsync(app, unit, "1.001193", [.. Enumerable.Range(-1, 3).Select(day => ReadTopics.Recent(now).From.AddHours(12 * day))]);   // around the midnight in which the last week began
        using var browser = await app.SignedInAsync("cd.giamsat");
        await browser.GetAsync(Path + "/topics");
        Assert.Equal((2, "22"), (Table(browser, "rising").Count, Table(browser, "rising")[0][0]));
        await AssertRowsAsync(browser, [("22", WebUtility.HtmlDecode(Regex.Match(browser.Html, "href=\"(/console/dashboards/answers[^\"]*1\\.001193[^\"]*)\"").Groups[1].Value))]);
    }

    [Fact]
    public void A_period_is_in_order_and_no_longer_than_can_be_counted()
    {
        var now = new DateTimeOffset(2026, 11, 21, 18, 0, 0, TimeSpan.Zero);   // the 22nd in Viet Nam
        Assert.Equal(new Period(new(2026, 10, 24), new(2026, 11, 22)), Period.Of(null, null, now));
        Assert.Equal(new Period(new(2026, 1, 1), new(2026, 1, 9)), Period.Of(new(2026, 1, 9), new(2026, 1, 1), now));
        Assert.Equal(400, Period.Of(new(1, 1, 1), new(2026, 1, 1), now).Days);
    }

    private static async Task AssertRowsAsync(Browser browser, IEnumerable<(string Value, string Path)> figures)
    {
        foreach (var (value, path) in figures)
        {
            await browser.GetAsync(path);
            Assert.True(browser.Text.Contains($" {value} dòng", StringComparison.Ordinal), $"{path} does not show {value} rows: {browser.Text}");
        }
    }

    private static async Task<Guid> PeopleAsync(ConsoleApp app, string prefix)
    {
        var unit = await app.AddUnitAsync($"Xã {prefix}", UnitKind.Commune);
        await app.AddOfficialAsync($"{prefix}.giamsat", Right.Supervisor, unit.Id);
        return unit.Id;
    }

    private static async Task<List<Case>> AddCasesAsync(ConsoleApp app, Guid unit, params (DateTimeOffset OpenedAt, TimeSpan? Response)[] told)
    {
        await using var db = app.Database.NewContext();
        var account = await AccountAsync(db, unit);
        var cases = new List<Case>();
        foreach (var (at, response) in told)
        {
            var talk = new Conversation { UnitId = unit, AccountId = account.Id, CitizenId = Guid.NewGuid().ToString("N"), CreatedAt = at, LastInboundAt = at };
            var matter = Case.Open(new OpenedCase(talk, CaseKind.Question, CaseOrigin.AskedForPerson, "", at));
            matter.Run(new Deadline("question", at, at.AddHours(4), at.AddHours(6), at.AddHours(8), IsFirm: true));
            if (response is { } time)
            {
                matter.Assign(Guid.NewGuid(), at);
                matter.Answer(at + time);
            }
            db.AddRange(talk, matter);
            cases.Add(matter);
        }
        await db.SaveChangesAsync();
        return cases;
    }

    private static async Task AddAnswersAsync(ConsoleApp app, Guid unit, params (DateTimeOffset At, Handling Handling)[] told)
    {
        await using var db = app.Database.NewContext();
        var account = await AccountAsync(db, unit);
        db.AddRange(told.Select(one => new AnswerRecord { UnitId = unit, AccountId = account.Id, Handling = one.Handling, AnsweredAt = one.At }));
        await db.SaveChangesAsync();
    }

    private static async Task AddAnswersAsync(ConsoleApp app, Guid unit, string procedure, IReadOnlyList<DateTimeOffset> times)
    {
        await using var db = app.Database.NewContext();
        var account = await AccountAsync(db, unit);
        db.AddRange(times.Select(at => new AnswerRecord { UnitId = unit, AccountId = account.Id, Handling = Handling.Procedure, ProcedureCode = procedure, AnsweredAt = at }));
        await db.SaveChangesAsync();
    }

    private static async Task AddSurveysAsync(ConsoleApp app, Guid unit, IEnumerable<Case> cases, int answered)
    {
        await using var db = app.Database.NewContext();
        foreach (var matter in cases)
        {
            var survey = new Survey { CaseId = matter.Id, UnitId = unit, AskedAt = InHours };
            db.Add(survey);
            if (answered-- > 0) db.AddRange(Enum.GetValues<SurveyQuestion>().Select(question => new SurveyScore { SurveyId = survey.Id, Question = question, Score = 5, AnsweredAt = InHours }));
        }
        await db.SaveChangesAsync();
    }

    private static async Task<ChannelAccount> AccountAsync(ChatbotDb db, Guid unit)
    {
        var account = new ChannelAccount { UnitId = unit, PlatformId = Guid.NewGuid().ToString("N"), CreatedAt = InHours };
        db.Add(account);
        await db.SaveChangesAsync();
        return account;
    }

    private static Dictionary<string, (string Value, string Path)> Figures(Browser browser) => Figure().Matches(browser.Html)
        .ToDictionary(m => WebUtility.HtmlDecode(m.Groups[2].Value), m => (WebUtility.HtmlDecode(m.Groups[3].Value), WebUtility.HtmlDecode(m.Groups[1].Value)));

    private static List<List<string>> Table(Browser browser, string id)
    {
        var table = Regex.Match(browser.Html, $"<table id=\"{id}\".*?</table>", RegexOptions.Singleline).Value;
        return [.. Regex.Matches(table, "<tr><th scope=\"row\">.*?</tr>", RegexOptions.Singleline)
            .Select(row => Cell().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(Regex.Replace(cell.Groups[1].Value, "<[^>]+>", "")).Trim()).ToList())];
    }

    [GeneratedRegex("<a class=\"card-body\" href=\"([^\"]+)\">([^<]+)<strong>([^<]+)</strong>")]
    private static partial Regex Figure();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
