using System.Net;
using System.Text.RegularExpressions;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Editing;
using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Chatbot.Web.Console.Catalogue;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using static Chatbot.ComponentTests.Console.CatalogueForms;

namespace Chatbot.ComponentTests.Console;

/// <summary>The catalogue as its people work on it: read, changed by one and approved by another, brought in from files, held against lists.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed class CataloguePagesTests(ConsoleApps apps)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_starter_is_adopted_found_without_accents_read_compared_and_printed(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        await PeopleAsync(app, "dm");
        using var editor = await app.SignedInAsync("dm.sua");
        await editor.GetAsync(Root);
        Assert.Contains("Danh mục chưa có trong cơ sở dữ liệu", editor.Text, StringComparison.Ordinal);
        await editor.SubmitAsync(Root + "/starter");
        await editor.GetAsync(Root + "?q=dang%20ky%20khai%20sinh");
        var entry = LinkTo(editor, "1.001193");
        await editor.GetAsync(entry);
        foreach (var part in new[] { "Đăng ký khai sinh", "Giấy chứng sinh", "Thành phần hồ sơ", "Zalo", "Facebook" }) Assert.Contains(part, editor.Text, StringComparison.Ordinal);
        await editor.GetAsync(entry + "?muc=Fee");
        Assert.Contains("Lệ phí:", editor.Text, StringComparison.Ordinal);
        await editor.GetAsync(entry + "/print");
        Assert.Contains("<svg", editor.Html, StringComparison.Ordinal);
        using var answer = await editor.AnswerAsync(entry + "/docx");
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        Assert.Contains("Giấy chứng sinh", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.NotEmpty(document.MainDocumentPart.ImageParts);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_waits_for_a_second_person_and_keeps_what_the_form_cannot_show(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "sd");
        using var editor = await app.SignedInAsync("sd.sua");
        await AdoptAsync(editor);
        await editor.GetAsync(Root + "?q=1.001193");
        var entry = LinkTo(editor, "1.001193");
        await editor.GetAsync(entry);
        var before = await NewestAsync(app, unit, "1.001193");
        await editor.SubmitAsync(entry + "/edit");
        var draft = editor.Path;
        await editor.SubmitAsync(draft, [.. Fields(editor).Select(f => f.Name == FieldOf("Nơi tiếp nhận") ? (f.Name, "Nhà văn hóa thôn Đoài") : f)]);
        Assert.True(editor.Path == draft && editor.Status == HttpStatusCode.OK, editor.Text);
        Assert.Contains("Nhà văn hóa thôn Đoài", editor.Text, StringComparison.Ordinal);
        await editor.SubmitAsync(draft + "/submit");
        Assert.Equal(before.Id, (await NewestAsync(app, unit, "1.001193")).Id);   // nothing has changed yet

        using var leader = await app.SignedInAsync("sd.duyet");
        await leader.GetAsync("/console");
        Assert.Contains("Sửa danh mục chờ duyệt", leader.Text, StringComparison.Ordinal);
        await leader.GetAsync(draft);
        await leader.SubmitAsync(draft + "/approve");
        Assert.True(leader.Status == HttpStatusCode.OK, leader.Text);
        var after = await NewestAsync(app, unit, "1.001193");
        Assert.Equal((2, ApproveDraft.LocalSource), (after.Version, after.Source));
        Assert.Equal("Nhà văn hóa thôn Đoài", after.Read().ReceivingPlace);
        var (old, now) = (CatalogueJsonOf(before.Read() with { SourceDate = null }), CatalogueJsonOf(after.Read() with { SourceDate = null, ReceivingPlace = before.Read().ReceivingPlace }));
        Assert.Equal(old, now);   // every other part, notes and breaks included, is what it was
        await leader.GetAsync($"{Root}/entries/{after.Id}/compare");
        Assert.Equal(1, Regex.Count(leader.Html, "<ins "));
        await leader.GetAsync(Root + "/changes?kind=amended");
        Assert.Contains("Nơi tiếp nhận", leader.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_author_cannot_approve_and_a_draft_that_an_import_overtook_is_refused(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "vt", Right.CatalogueEditor | Right.Approver);
        using var editor = await app.SignedInAsync("vt.sua");
        await AdoptAsync(editor);
        await editor.GetAsync(Root + "?q=1.001193");
        var entry = LinkTo(editor, "1.001193");
        await editor.GetAsync(entry);
        await editor.SubmitAsync(entry + "/end", ("from", "2027-01-01"), ("replaced_by", "1.004884"));
        var draft = editor.Path;
        await editor.SubmitAsync(draft + "/submit");
        Assert.DoesNotContain($"{draft}/approve", editor.Html, StringComparison.Ordinal);
        await editor.PostAsync(draft + "/approve", [.. Hidden(editor), ("content_hash", "x")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);

        await UploadAsync(editor, unit, "moi.jsonl", """{"code":"1.001193","name":"Đăng ký khai sinh, bản mới của Cổng"}""");
        await ImportedAsync(app, unit, "moi.jsonl");
        using var leader = await app.SignedInAsync("vt.duyet");
        await leader.GetAsync(draft);
        await leader.SubmitAsync(draft + "/approve");
        Assert.Contains("Danh mục đã có bản mới hơn", leader.Text, StringComparison.Ordinal);
        await using var db = app.Database.NewContext();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<EntryDraft>().Where(d => d.UnitId == unit).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DraftStatus.Approved)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repeal_takes_effect_on_its_day_and_the_successor_answers(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "bb");
        using var editor = await app.SignedInAsync("bb.sua");
        await AdoptAsync(editor);
        await editor.GetAsync(Root + "?q=1.001193");
        var entry = LinkTo(editor, "1.001193");
        await editor.GetAsync(entry);
        await editor.SubmitAsync(entry + "/end", ("from", "2099-01-01"), ("replaced_by", "1.004884"), ("decision", "9/QĐ-UBND"));
        var draft = editor.Path;
        await editor.SubmitAsync(draft + "/submit");
        using var leader = await app.SignedInAsync("bb.duyet");
        await leader.GetAsync(draft);
        await leader.SubmitAsync(draft + "/approve");
        await using var db = app.Database.NewContext();
        var content = await ReadAsync(db, unit, new DateOnly(2098, 12, 31));
        Assert.False(content.Find("1.001193")!.WasReplaced);
        var later = await ReadAsync(db, unit, new DateOnly(2099, 1, 1));
        Assert.Equal("1.004884", later.Find("1.001193")!.Answer!.Entry.Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_from_the_browser_is_read_behind_the_page_and_its_report_shown(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "nt");
        using var editor = await app.SignedInAsync("nt.sua");
        await UploadAsync(editor, unit, "tep.jsonl", """
            {"code":"9.100001","name":"Cấp thẻ nuôi lạc đà","field":"Chăn nuôi"}
            {"code":"sai","name":"Không có mã"}
            {not json
            """);
        Assert.StartsWith(Root + "/imports/", editor.Path, StringComparison.Ordinal);
        var page = editor.Path;
        await ImportedAsync(app, unit, "tep.jsonl");
        await editor.GetAsync(page);
        Assert.Contains("Đã nhập xong", editor.Text, StringComparison.Ordinal);
        Assert.Contains("Mã thủ tục không đúng dạng", editor.Text, StringComparison.Ordinal);
        await editor.GetAsync(Root + "?q=lac%20da");
        Assert.Contains("Cấp thẻ nuôi lạc đà", editor.Text, StringComparison.Ordinal);

        await UploadAsync(editor, unit, "hong.xlsx", "không phải bảng tính");
        await ImportedAsync(app, unit, "hong.xlsx");
        await editor.GetAsync(editor.Path);
        Assert.Contains("Tệp hỏng", editor.Text, StringComparison.Ordinal);
        await UploadAsync(editor, unit, "la.exe", "x");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_question_waits_for_the_catalogue_and_for_its_answer(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "ch");
        using var editor = await app.SignedInAsync("ch.sua");
        (string, string)[] question = [("kind", "Faq"), ("unit", unit.ToString()), ("code", "cho-phien"), ("title", "Chợ xã họp ngày nào?")];
        await editor.GetAsync(Root + "/new");
        await editor.SubmitAsync(Root + "/new", question);
        Assert.Contains("Danh mục chưa có trong cơ sở dữ liệu", editor.Text, StringComparison.Ordinal);   // one entry would hide the whole starter
        await AdoptAsync(editor);
        await editor.GetAsync(Root + "/new");
        await editor.SubmitAsync(Root + "/new", question);
        var draft = editor.Path;
        await editor.SubmitAsync(draft + "/submit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        await editor.SubmitAsync(draft, [.. Fields(editor).Select(f => f.Name == DraftField.OfFaq.Single(field => field.Heading == "Trả lời").Name ? (f.Name, "Ngày lẻ.\n\nSáng sớm.") : f)]);
        await editor.SubmitAsync(draft + "/submit");
        using var leader = await app.SignedInAsync("ch.duyet");
        await leader.GetAsync(draft);
        await leader.SubmitAsync(draft + "/approve");
        await using var db = app.Database.NewContext();
        Assert.Equal("Ngày lẻ.\n\nSáng sớm.", (await db.Set<FaqVersion>().SingleAsync(v => v.UnitId == unit && v.Code == "cho-phien")).Read().Answer);
        await leader.GetAsync(Root + "/faq?q=cho%20xa%20hop");
        Assert.Contains("Chợ xã họp ngày nào?", leader.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_issued_list_is_held_against_the_catalogue(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        await PeopleAsync(app, "dp");
        using var editor = await app.SignedInAsync("dp.sua");
        await AdoptAsync(editor);
        await editor.GetAsync(Root + "/coverage");
        await editor.SubmitAsync(Root + "/coverage", ("list", "1. 1.001193 – Đăng ký khai sinh\n2\tđăng ký kết hôn\n3.999999 Nuôi rồng\n9.888888;Đăng ký khai tử\n1.001193"));
        var figures = Regex.Matches(editor.Html, "<li>(?:<a [^>]+>)?([^<]+)<strong>([^<]+)</strong>").ToDictionary(m => WebUtility.HtmlDecode(m.Groups[1].Value), m => WebUtility.HtmlDecode(m.Groups[2].Value));
        Assert.Equal(("2", "1", "1", "50 %"), (figures["Có"], figures["Có nhưng đã cũ"], figures["Còn thiếu"], figures["Độ phủ"]));
        Assert.Contains("Nuôi rồng", editor.Text, StringComparison.Ordinal);
        Assert.Contains($"Có thêm ngoài danh sách ({figures["Có thêm ngoài danh sách"]})", editor.Text, StringComparison.Ordinal);   // and they are listed
    }

    private static async Task<ProcedureVersion> NewestAsync(ConsoleApp app, Guid unit, string code)
    {
        await using var db = app.Database.NewContext();
        return await db.Set<ProcedureVersion>().Where(v => v.UnitId == unit && v.Code == code).OrderByDescending(v => v.Version).FirstAsync();
    }

    // As the bot's snapshot reads it on a day.
    private static async Task<CatalogueSnapshot> ReadAsync(ChatbotDb db, Guid unit, DateOnly on)
    {
        var rows = await db.Set<ProcedureVersion>().Where(v => v.UnitId == unit && (v.SupersededOn == null || v.SupersededOn > on) && (v.ValidFrom == null || v.ValidFrom <= on))
            .OrderByDescending(v => v.Version).ToListAsync();
        return CatalogueSnapshot.Build(CatalogueContent.Of(rows.DistinctBy(r => r.Code).Select(r => r.Read()), [], []), on, "test");
    }

    private static string CatalogueJsonOf(Procedure procedure) => System.Text.Json.JsonSerializer.Serialize(procedure);
}
