using System.Net;
using Chatbot.Channels;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Console;

/// <summary>The pages about cases through real HTTP, on both databases.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed class CasesTests(ConsoleApps apps)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_case_is_found_without_accents_read_and_the_reading_is_audited(DatabaseKind kind)
    {
        var (app, unit, browser) = await BeginAsync(kind, "doc");
        using var _ = browser;
        var matter = await app.PlantCaseAsync(unit, "Đèn đường thôn Bến hỏng đã ba hôm");
        await browser.GetAsync("/console/cases?q=den%20duong%20hong");
        Assert.Contains("Đèn đường thôn Bến hỏng", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync("/console/cases?q=khong-co-tu-nay");
        Assert.DoesNotContain("Đèn đường", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync($"/console/cases/{matter.Id}");
        Assert.Contains("Đèn đường thôn Bến hỏng đã ba hôm", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Trả lời miễn phí đến", browser.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync<AuditEntry>(app, e => e.Action == "conversation.read" && e.SubjectId == matter.Id.ToString()));
        using var csv = await browser.AnswerAsync("/console/cases?export=csv");
        Assert.Equal("vu-viec.csv", csv.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("Đèn đường thôn Bến hỏng", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_agents_who_claim_at_once_one_wins_and_the_other_is_told_who(DatabaseKind kind)
    {
        var (app, unit, first) = await BeginAsync(kind, "dua");
        await app.AddOfficialAsync("dua.hai", Right.HotlineAgent, unit);
        using var one = first;
        using var two = await app.SignedInAsync("dua.hai");
        for (var round = 0; round < 3; round++)
        {
            var matter = await app.PlantCaseAsync(unit, $"Việc số {round}");
            var path = $"/console/cases/{matter.Id}";
            await Task.WhenAll(one.GetAsync(path), two.GetAsync(path));
            await Task.WhenAll(one.PressAsync(path + "/claim"), two.PressAsync(path + "/claim"));
            var loser = one.Status == HttpStatusCode.OK ? two : one;
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], new[] { one.Status, two.Status }.Order());
            Assert.Contains($"đang do Cán bộ {(loser == one ? "dua.hai" : "dua")} xử lý", loser.Text, StringComparison.Ordinal);
            Assert.Equal(1, await CountAsync<CaseEvent>(app, e => e.CaseId == matter.Id && e.Verb == CaseVerb.Assign));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_goes_out_once_however_often_the_button_is_pressed(DatabaseKind kind)
    {
        var (app, unit, browser) = await BeginAsync(kind, "traloi");
        using var _ = browser;
        var matter = await app.PlantCaseAsync(unit, "Tôi hỏi giờ làm việc");
        var path = $"/console/cases/{matter.Id}";
        await browser.GetAsync(path);
        Assert.Contains("Mời anh chị", await browser.PressAsync(path + "/preview", ("text", "Mời anh chị đến buổi sáng")), StringComparison.Ordinal);
        await browser.GetAsync(path);
        var request = Guid.NewGuid().ToString();
        for (var i = 0; i < 2; i++)
        {
            await browser.GetAsync(path);
            await browser.PressAsync(path + "/answer", ("request", request), ("text", "Bộ phận Một cửa làm việc từ 7 giờ 30"), ("purpose", "Answer"));
            Assert.Equal(path, browser.Path);
        }
        Assert.Contains("Bộ phận Một cửa làm việc từ 7 giờ 30", browser.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync<CaseAnswer>(app, a => a.CaseId == matter.Id));
        Assert.Equal(1, await CountAsync<OutboxMessage>(app, m => m.ConversationId == matter.ConversationId));
        Assert.True(await CountAsync<AuditEntry>(app, e => e.Action == "case.changed" && e.SubjectId == matter.Id.ToString()) >= 2);
        await using var db = app.Database.NewContext();
        Assert.Equal(CaseState.Answered, (await db.Set<Case>().SingleAsync(c => c.Id == matter.Id)).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_free_time_Zalo_asks_for_the_price_before_anything_is_stored(DatabaseKind kind)
    {
        var (app, unit, browser) = await BeginAsync(kind, "gia");
        using var _ = browser;
        var matter = await app.PlantCaseAsync(unit, "Hỏi muộn", age: TimeSpan.FromHours(60));
        var path = $"/console/cases/{matter.Id}";
        await browser.GetAsync(path);
        Assert.Contains("mỗi tin tính phí", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync(path + "/answer", ("request", Guid.NewGuid().ToString()), ("text", "Trả lời có phí"), ("purpose", "Answer"));
        Assert.Contains("Đồng ý trả phí và gửi", browser.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync<CaseAnswer>(app, a => a.CaseId == matter.Id));
        await browser.SubmitAsync(path + "/answer", ("text", "Trả lời có phí"), ("accept", "1"));
        Assert.Equal(1, await CountAsync<OutboxMessage>(app, m => m.ConversationId == matter.ConversationId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Facebooks_human_mark_needs_the_pages_setting_and_a_persons_press(DatabaseKind kind)
    {
        var (app, unit, browser) = await BeginAsync(kind, "nguoi", Right.HotlineAgent | Right.Supervisor | Right.Administrator);
        using var _ = browser;
        var matter = await app.PlantCaseAsync(unit, "Hỏi trên trang", Channel.Facebook, age: TimeSpan.FromHours(30));
        var path = $"/console/cases/{matter.Id}";
        await browser.GetAsync(path);
        Assert.Contains("Nền tảng không cho gửi lúc này", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync(path + "/answer", ("request", Guid.NewGuid().ToString()), ("text", "Giữ lại"), ("purpose", "Answer"));
        Assert.Equal(0, await CountAsync<OutboxMessage>(app, m => m.ConversationId == matter.ConversationId));
        await browser.GetAsync("/console/cases/settings");
        await browser.SubmitAsync($"/console/cases/settings/accounts/{matter.AccountId}", ("human", "1"));
        await browser.GetAsync(path);
        Assert.Contains("HUMAN_AGENT", browser.Text, StringComparison.Ordinal);
        await using var db = app.Database.NewContext();
        var held = await db.Set<CaseAnswer>().SingleAsync(a => a.CaseId == matter.Id);
        await browser.PressAsync($"{path}/answers/{held.Id}/send");
        Assert.Equal(1, await CountAsync<OutboxMessage>(app, m => m.ConversationId == matter.ConversationId && m.AsHumanAgent));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaints_answer_goes_out_when_a_second_person_approves_it(DatabaseKind kind)
    {
        var (app, unit, author) = await BeginAsync(kind, "soan", Right.HotlineAgent | Right.Approver);
        using var _ = author;
        await app.AddOfficialAsync("soan.duyet", Right.Approver, unit);
        using var leader = await app.SignedInAsync("soan.duyet");
        var matter = await app.PlantCaseAsync(unit, "Tôi khiếu nại", kind: CaseKind.Complaint);
        var path = $"/console/cases/{matter.Id}";
        await author.GetAsync(path);
        Assert.Contains("cần người thứ hai duyệt", author.Text, StringComparison.Ordinal);
        await author.PressAsync(path + "/answer", ("request", Guid.NewGuid().ToString()), ("text", "Bản một"), ("purpose", "Answer"));
        await using var db = app.Database.NewContext();
        var answer = $"{path}/answers/{(await db.Set<CaseAnswer>().SingleAsync(a => a.CaseId == matter.Id)).Id}";
        await author.PressAsync(answer + "/approve");
        Assert.Contains("không tự duyệt", author.Text, StringComparison.Ordinal);
        await leader.GetAsync("/console/cases/notices");
        Assert.DoesNotContain("Câu trả lời chờ duyệt", leader.Text, StringComparison.Ordinal);   // that notice is for supervisors; the list of cases has it for whoever approves
        await leader.GetAsync("/console/cases?group=Approval");
        Assert.Contains("Tôi khiếu nại", leader.Text, StringComparison.Ordinal);
        await leader.GetAsync(answer + "/return");
        Assert.Contains("Bản một", leader.Text, StringComparison.Ordinal);
        await leader.GetAsync(path);
        await leader.PressAsync(answer + "/approve");
        Assert.Equal((HttpStatusCode.OK, 1), (leader.Status, await CountAsync<OutboxMessage>(app, m => m.ConversationId == matter.ConversationId)));
        await leader.PressAsync(path + "/answer", ("request", Guid.NewGuid().ToString()), ("text", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, leader.Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Notes_labels_macros_and_canned_texts_work_from_the_pages(DatabaseKind kind)
    {
        var (app, unit, browser) = await BeginAsync(kind, "ghi", Right.HotlineAgent | Right.Supervisor);
        using var _ = browser;
        var colleague = await app.AddOfficialAsync("ghi.dongnghiep", Right.HotlineAgent, unit);
        await browser.GetAsync("/console/cases/settings");
        await browser.SubmitAsync("/console/cases/settings/labels", ("name", "Điện nước"), ("unit", unit.ToString()));
        await browser.GetAsync("/console/cases/settings/canned/new");
        await browser.SubmitAsync("/console/cases/settings/canned", ("unit", unit.ToString()), ("title", "Chào"), ("text", "Vụ việc {mã}: {cán bộ} đã nhận"));
        await browser.GetAsync("/console/cases/settings/macros/new");
        await using var db = app.Database.NewContext();
        var label = await db.Set<Label>().SingleAsync(l => l.UnitId == unit);
        await browser.SubmitAsync("/console/cases/settings/macros", ("unit", unit.ToString()), ("name", "Nhận việc điện"), ("step", "Claim|"), ("step", $"Label|{label.Id}"));
        var matter = await app.PlantCaseAsync(unit, "Mất điện cả xóm");
        var path = $"/console/cases/{matter.Id}";
        await browser.GetAsync(path);
        var macro = await db.Set<Chatbot.Hotline.Phrases.Macro>().SingleAsync(m => m.UnitId == unit);
        await browser.SubmitAsync(path + "/macro", ("macro", macro.Id.ToString()));
        Assert.Contains("Gắn nhãn Điện nước", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync(path);
        await browser.SubmitAsync(path + "/note", ("text", "Nhờ @ghi.dongnghiep gọi điện lực"));
        Assert.Equal(1, await CountAsync<Notice>(app, n => n.CaseId == matter.Id && n.OfficialId == colleague && n.Kind == NoticeKind.Mentioned));
        db.Add(Notice.For(await app.PlantCaseAsync(unit, "Chưa ai nhận"), NoticeKind.DeadlineHalf, Audience.Agent, "level:1:50", DateTimeOffset.UtcNow));
        await db.SaveChangesAsync();
        using var there = await app.SignedInAsync("ghi.dongnghiep");
        await there.GetAsync("/console/cases/notices");
        Assert.Contains("Được nhắc tên trong ghi chú", there.Text, StringComparison.Ordinal);
        Assert.Contains("Đã qua nửa thời hạn", there.Text, StringComparison.Ordinal);   // nobody has it: every agent is told
        var canned = await db.Set<Chatbot.Hotline.Phrases.CannedAnswer>().SingleAsync(c => c.UnitId == unit);
        Assert.Contains("Cán bộ ghi đã nhận", await browser.GetAsync($"{path}/canned/{canned.Id}"), StringComparison.Ordinal);
        await browser.GetAsync("/console/cases");
        await browser.SubmitAsync("/console/cases/bulk", ("case", matter.Id.ToString()), ("action", "Assign"), ("to", colleague.ToString()), ("back", "/console/cases?q=xom&group=All"));
        Assert.Contains("value=\"xom\"", browser.Html, StringComparison.Ordinal);   // the list as it was seen
        Assert.Contains("Đã làm 1 vụ việc, không làm được 0", browser.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync<Case>(app, c => c.Id == matter.Id && c.AssigneeId == colleague));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_case_goes_to_another_section_and_back_with_its_history(DatabaseKind kind)
    {
        var (app, commune, receiver) = await BeginAsync(kind, "chuyen");
        using var _ = receiver;
        var (land, justice) = (await app.AddUnitAsync("Bộ phận Địa chính", UnitKind.Section, commune), await app.AddUnitAsync("Bộ phận Tư pháp", UnitKind.Section, commune));
        await app.AddOfficialAsync("chuyen.diachinh", Right.HotlineAgent, land.Id);
        await app.AddOfficialAsync("chuyen.tuphap", Right.HotlineAgent, justice.Id);
        using var surveyor = await app.SignedInAsync("chuyen.diachinh");
        using var notary = await app.SignedInAsync("chuyen.tuphap");
        var path = $"/console/cases/{(await app.PlantCaseAsync(commune, "Tách thửa và chứng thực")).Id}";
        await surveyor.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, surveyor.Status);
        await receiver.GetAsync(path);
        await receiver.SubmitAsync(path + "/forward", ("unit", land.Id.ToString()), ("reason", "việc đất đai"));
        await surveyor.GetAsync(path);
        Assert.Contains("việc đất đai", surveyor.Text, StringComparison.Ordinal);
        await surveyor.SubmitAsync(path + "/forward", ("unit", justice.Id.ToString()), ("reason", "cần chứng thực trước"));
        Assert.Equal("/console/cases", surveyor.Path);   // it is no longer theirs to see
        await notary.GetAsync(path);
        await notary.SubmitAsync(path + "/send-back", ("reason", "thiếu giấy tờ"));
        await receiver.GetAsync(path);
        foreach (var step in new[] { "Chuyển đến Bộ phận Địa chính", "Chuyển đến Bộ phận Tư pháp", "cần chứng thực trước", "Trả lại đơn vị tiếp nhận", "thiếu giấy tờ" })
            Assert.Contains(step, receiver.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Files_are_taken_by_their_content_and_come_back_as_downloads(DatabaseKind kind)
    {
        var (app, unit, browser) = await BeginAsync(kind, "tep");
        using var _ = browser;
        var matter = await app.PlantCaseAsync(unit, "Có tệp");
        var path = $"/console/cases/{matter.Id}";
        await browser.GetAsync(path);
        await browser.UploadAsync(path + "/files", "file", "chay.exe.pdf", "MZ not a document"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.GetAsync(path);
        await browser.UploadAsync(path + "/files", "file", "../giay to.exe", "%PDF-1.7 noi dung"u8.ToArray());
        await using var db = app.Database.NewContext();
        var file = await db.Set<Chatbot.Hotline.Files.CaseFile>().SingleAsync(f => f.CaseId == matter.Id);
        using var answer = await browser.AnswerAsync($"{path}/files/{file.Id}");
        Assert.Equal(("attachment", "application/pdf"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("%PDF-1.7 noi dung", await answer.Content.ReadAsStringAsync());
        Assert.Equal(1, await CountAsync<AuditEntry>(app, e => e.Action == "file.read" && e.SubjectId == matter.Id.ToString()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_late_case_is_apologised_for_once_after_a_leaders_approval(DatabaseKind kind)
    {
        var (app, unit, browser) = await BeginAsync(kind, "xinloi");
        using var _ = browser;
        var matter = await app.PlantCaseAsync(unit, "Chờ mãi", age: TimeSpan.FromDays(7));
        var path = $"/console/cases/{matter.Id}";
        await browser.GetAsync(path);
        Assert.Contains("Trễ hạn", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync(path + "/apology");
        await browser.SubmitAsync(path + "/apology/draft", ("reason", "chờ điện lực"), ("date", "2030-01-15"), ("person", "Chị Lan"));
        Assert.Contains("15/01/2030", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(path + "/apology", ("text", "Cơ quan xin lỗi anh/chị"));
        Assert.Equal(path, browser.Path);
        await browser.GetAsync(path + "/apology");
        await browser.SubmitAsync(path + "/apology/draft", ("reason", "lần hai"), ("date", "2030-01-15"), ("person", "Chị Lan"));
        await browser.SubmitAsync(path + "/apology", ("text", "Xin lỗi lần nữa"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (browser.Status, await CountAsync<CaseAnswer>(app, a => a.CaseId == matter.Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_lists_and_cases_move_by_themselves(DatabaseKind kind)
    {
        var (app, unit, browser) = await BeginAsync(kind, "song");
        using var _ = browser;
        await app.AddOfficialAsync("song.khac", Right.HotlineAgent, unit);
        using var other = await app.SignedInAsync("song.khac");
        var matter = await app.PlantCaseAsync(unit, "Xem trang tự động");
        using var list = await StreamAsync(browser, "/console/live/cases");
        using var page = await StreamAsync(browser, $"/console/live/cases/{matter.Id}");
        await list.UntilAsync("Xem trang tự động");
        await page.UntilAsync("Chưa ai nhận");
        var path = $"/console/cases/{matter.Id}";
        await other.GetAsync(path);
        await other.PressAsync(path + "/preview", ("text", "đang gõ"));
        await page.UntilAsync("Cán bộ song.khac đang trả lời");
        await other.GetAsync(path);
        await other.PressAsync(path + "/claim");
        Assert.Equal(HttpStatusCode.OK, other.Status);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await list.UntilAsync("Cán bộ song.khac");
        await page.UntilAsync("Đã giao");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"it took {watch.Elapsed}");   // far below the look by the clock, with room for a busy machine
    }

    private static async Task<EventStream> StreamAsync(Browser browser, string path)
    {
        var answer = await browser.AnswerAsync(path);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new EventStream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    private async Task<(ConsoleApp App, Guid Unit, Browser Browser)> BeginAsync(DatabaseKind kind, string userName, Right rights = Right.HotlineAgent)
    {
        var app = await apps.OnAsync(kind);
        var unit = await app.AddUnitAsync($"Xã của {userName}", UnitKind.Commune);
        await app.AddOfficialAsync(userName, rights, unit.Id);
        return (app, unit.Id, await app.SignedInAsync(userName));
    }

    private static async Task<int> CountAsync<T>(ConsoleApp app, System.Linq.Expressions.Expression<Func<T, bool>> where)
        where T : class
    {
        await using var db = app.Database.NewContext();
        return await db.Set<T>().CountAsync(where);
    }

    private sealed record EventStream(HttpResponseMessage Answer, StreamReader Lines) : IDisposable
    {
        public async Task UntilAsync(string wanted)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(25));
            while (await Lines.ReadLineAsync(patience.Token) is { } line)
                if (WebUtility.HtmlDecode(line).Contains(wanted, StringComparison.Ordinal)) return;
            Assert.Fail($"The stream ended before {wanted}");
        }

        public void Dispose()
        {
            Lines.Dispose();
            Answer.Dispose();
        }
    }
}
