using System.Net;
using System.Text.RegularExpressions;
using Chatbot.Catalogue.Answers;
using Chatbot.ComponentTests.Answers;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Understanding;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Console;

/// <summary>"Dân hỏi – chính quyền trả lời" as its people work: from a case to the public page and the loudspeaker.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed partial class AnswerPagesTests(ConsoleApps apps)
{
    private const string Question = "Tôi là Nguyễn Văn An, số 0912 345 678. Gửi con cho ông bà thì ai đứng tên nhận sữa học đường?";
    private const string Answer = "Ông bà mang giấy ủy quyền đến bộ phận một cửa của xã.";

    [Theory, OnSqlite, OnPostgres]
    public async Task From_a_case_to_everybody_with_a_second_person_between(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (unit, author, approver) = await PeopleAsync(app, "tl");
        var matter = (await CasesToQuote.AddAsync(app, unit, author, [(Question, Answer)])).Single();
        using var editor = await app.SignedInAsync("tl.soan");
        var path = await DraftAsync(editor, matter);
        Assert.Equal(path, await DraftAsync(editor, matter));   // pressed twice
        Assert.Contains("[họ tên]", editor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn An", editor.Text, StringComparison.Ordinal);
        Assert.Contains("Zalo", editor.Text, StringComparison.Ordinal);   // previews

        await editor.SubmitAsync(path, ("question", "Ai đứng tên nhận sữa học đường?"), ("answer", Answer + " Gọi bà Trần Thị Bình, 0987 654 321."), ("field", "Giáo dục"));
        Assert.Contains("Có 2 chỗ giống thông tin riêng", editor.Text, StringComparison.Ordinal);
        await editor.SubmitAsync(path + "/submit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        await editor.SubmitAsync(path + "/submit", ("keep", "1"));
        Assert.Contains("Chờ duyệt", editor.Text, StringComparison.Ordinal);

        using var leader = await app.SignedInAsync("tl.duyet");
        await leader.GetAsync("/console");
        Assert.Contains("Câu trả lời chờ duyệt", leader.Text, StringComparison.Ordinal);
        await leader.GetAsync(path);
        await leader.SubmitAsync(path + "/return", ("remark", "Bỏ số riêng của bà Bình"));
        await editor.GetAsync(path);
        Assert.Contains("Bỏ số riêng của bà Bình", editor.Text, StringComparison.Ordinal);
        await editor.SubmitAsync(path, ("question", "Ai đứng tên nhận sữa học đường?"), ("answer", Answer), ("field", "Giáo dục"));
        await editor.SubmitAsync(path + "/submit");
        await leader.GetAsync(path);
        await leader.SubmitAsync(path + "/approve");
        Assert.Contains("Đã duyệt và công khai", leader.Text, StringComparison.Ordinal);
        Assert.Contains("sữa học đường", await app.NewBrowser().GetAsync($"/hoi-dap/don-vi/{unit}"), StringComparison.Ordinal);

        await leader.SubmitAsync(path + "/withdraw", ("remark", "Luật đã đổi"));
        Assert.DoesNotContain("sữa học đường", await app.NewBrowser().GetAsync($"/hoi-dap/don-vi/{unit}"), StringComparison.Ordinal);
        await using var db = app.Database.NewContext();
        var id = path.Split('/')[^1];
        Assert.Equal(8, await db.Set<AuditEntry>().CountAsync(e => e.SubjectKind == "published_answer" && e.SubjectId == id));
        Assert.Equal(2, await db.Set<AuditEntry>().CountAsync(e => e.Action == "case.quoted" && e.SubjectId == matter.ToString()));
        Assert.NotEqual(author, approver);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_wrote_it_is_offered_no_approval_and_who_is_slower_is_told(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (unit, author, _) = await PeopleAsync(app, "tc", Right.Editor | Right.Approver);
        using var one = await app.SignedInAsync("tc.soan");
        await one.GetAsync("/console/answers/new");
        await one.SubmitAsync("/console/answers/new", ("unit", unit.ToString()), ("question", "Chợ xã họp ngày nào?"), ("answer", "Ngày lẻ."));
        var path = one.Path;
        await one.SubmitAsync(path + "/submit");
        Assert.DoesNotContain("Duyệt và công khai", one.Text, StringComparison.Ordinal);
        Assert.Contains("không được tự duyệt", one.Text, StringComparison.Ordinal);

        using var other = await app.SignedInAsync("tc.duyet");
        await other.GetAsync(path);
        await one.SubmitAsync(path, ("question", "Chợ xã họp ngày nào?"), ("answer", "Ngày chẵn."));
        await other.SubmitAsync(path + "/approve");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Người khác vừa thay đổi", other.Text, StringComparison.Ordinal);
        await one.GetAsync("/console/answers?q=cho%20xa&state=draft");
        Assert.Contains("Chợ xã họp", one.Text, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, author);
    }

    // Masking knows no database: two hundred on one of them.
    [Theory, OnSqlite(200), OnPostgres(20)]
    public async Task Of_generated_cases_nothing_personal_reaches_draft_page_feed_or_loudspeaker(DatabaseKind kind, int generated)
    {
        var app = await apps.OnAsync(kind);
        var (unit, author, _) = await PeopleAsync(app, "ro", Right.Editor | Right.Approver);
        var planted = Enumerable.Range(5_000, generated).Select(Planted.Of).ToList();
        var cases = await CasesToQuote.AddAsync(app, unit, author, planted.Select(p => (p.Text, $"Chào anh/chị, về việc đã nêu: {p.Text} Xin mời đến xã.")));
        using var editor = await app.SignedInAsync("ro.soan");
        await editor.GetAsync("/console/answers");
        for (var i = 0; i < generated; i++)
        {
            await DraftAsync(editor, cases[i]);
            Assert.Equal(HttpStatusCode.OK, editor.Status);
            NoLeak(planted[i], editor.Text, $"page of seed {5_000 + i}", shortest: 8);   // a year may be a number of the page's own
        }
        await AssertDraftsAsync(app, cases, planted);
        var ids = await PublishAsync(app, unit);
        Assert.Equal(generated, ids.Count);
        using var citizen = app.NewBrowser();
        var pages = "";
        for (var page = 1; page <= Math.Ceiling(generated / (double)PublicAnswers.PageSize); page++) pages += await citizen.GetAsync($"/hoi-dap/don-vi/{unit}?trang={page}") + WebUtility.HtmlDecode(citizen.Html);
        var spoken = await SpokenAsync(editor, unit, ids);
        foreach (var shown in new[] { pages, WebUtility.HtmlDecode(await citizen.GetAsync($"/hoi-dap/don-vi/{unit}/rss.xml")), spoken })
        {
            var bare = Planted.Bare(shown);
            Assert.True(bare.Length > 50 * generated);
            foreach (var one in planted)
                foreach (var secret in one.Secrets.Where(s => Planted.Bare(s).Length >= 8))   // shorter ones, such as "thôn Đoài", are words of other texts too
                    Assert.False(bare.Contains(Planted.Bare(secret), StringComparison.Ordinal), $"{secret} of {one.Text}");
        }
    }

    private static async Task<string> SpokenAsync(Browser editor, Guid unit, IReadOnlyList<Guid> ids)
    {
        await editor.GetAsync($"/console/radio/new?unit={unit}");
        await editor.SubmitAsync("/console/radio", [.. ids.Take(100).Select((id, i) => ($"place-{id}", $"{i + 1}"))]);
        Assert.Matches("^/console/radio/[0-9a-f-]{36}$", editor.Path);
        Assert.Contains("Bản tin số 1", editor.Text, StringComparison.Ordinal);
        using var answer = await editor.AnswerAsync(editor.Path + "/docx");
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return document.MainDocumentPart!.Document!.InnerText;
    }

    private static async Task<List<Guid>> PublishAsync(ConsoleApp app, Guid unit)
    {
        using var host = new AnswersHost(app.Database);
        var (submitter, approver) = (new AnswerActor(Guid.NewGuid(), "Ông Trình", [unit]), new AnswerActor(Guid.NewGuid(), "Bà Duyệt", [unit]));
        await using var db = app.Database.NewContext();
        var drafts = await db.Set<PublishedAnswer>().Where(a => a.UnitId == unit).ToListAsync();
        foreach (var draft in drafts)
        {
            var submitted = await host.Get<SubmitAnswer>().SubmitAsync(new SeenAnswer(draft.Id, draft.Revision), keepsPersonalData: false, submitter, CancellationToken.None);
            Assert.Equal(AnswerOutcome.Done, submitted.Outcome);   // a masked text shows nothing personal any more
            Assert.Equal(AnswerOutcome.Done, (await host.ApproveAsync(submitted.Answer!, approver)).Outcome);
        }
        return [.. drafts.Select(d => d.Id)];
    }

    private static async Task AssertDraftsAsync(ConsoleApp app, List<Guid> cases, List<Planted> planted)
    {
        await using var db = app.Database.NewContext();
        var drafts = await db.Set<PublishedAnswer>().Where(a => a.OriginCaseId != null).ToDictionaryAsync(a => a.OriginCaseId!.Value);
        for (var i = 0; i < planted.Count; i++) NoLeak(planted[i], $"{drafts[cases[i]].Question} {drafts[cases[i]].Answer}", $"draft of seed {5_000 + i}", shortest: 1);
    }

    private static void NoLeak(Planted planted, string text, string where, int shortest)
    {
        var leaks = planted.LeaksIn(text).Where(secret => Planted.Bare(secret).Length >= shortest).ToList();
        Assert.True(leaks.Count == 0, $"{where}: {string.Join(", ", leaks)}\n{planted.Text}\n=> {text}");
    }

    // The button stands on the case's page; here its form's token is taken from wherever the browser is.
    private static async Task<string> DraftAsync(Browser browser, Guid matter)
    {
        if (!Token().IsMatch(browser.Html)) await browser.GetAsync("/console/answers");
        await browser.PostAsync($"/console/answers/from-case/{matter}", ("__RequestVerificationToken", Token().Match(browser.Html).Groups[1].Value));
        return browser.Path;
    }

    private static async Task<(Guid Unit, Guid Author, Guid Approver)> PeopleAsync(ConsoleApp app, string prefix, Right first = Right.Editor)
    {
        var unit = await app.AddUnitAsync($"Xã {prefix}", UnitKind.Commune);
        return (unit.Id, await app.AddOfficialAsync($"{prefix}.soan", first, unit.Id), await app.AddOfficialAsync($"{prefix}.duyet", Right.Approver, unit.Id));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
