using System.Text;
using System.Text.RegularExpressions;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline.After;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Testing.Console;
using Chatbot.Understanding;

namespace Chatbot.BrowserTests.Console.Pages;

/// <summary>An office that has worked for a while: catalogue, a change that waits, answers, an issue, and figures.</summary>
internal static partial class DeskPages
{
    private const string Catalogue = "/console/catalogue";

    /// <returns>Pages with something on them.</returns>
    public static async Task<IReadOnlyList<string>> SeedAsync(ConsoleApp app, Browser editor, Browser leader)
    {
        await editor.GetAsync(Catalogue);
        await editor.SubmitAsync(Catalogue + "/starter");
        var entry = await EntryAsync(editor);
        var changed = await ChangeAsync(editor, leader, entry);
        await editor.GetAsync(changed);
        await editor.SubmitAsync(changed + "/end", ("from", "2027-01-01"), ("replaced_by", "1.004884"));
        var ending = editor.Path;
        await editor.SubmitAsync(ending + "/submit");
        var (published, draft) = (await PublishAsync(editor, leader), await WriteAsync(editor, "Chợ xã họp ngày nào?", "Ngày lẻ. Gọi bà Trần Thị Bình, 0987 654 321."));
        await AddFiguresAsync(app);
        return
        [
            "/console", "/console/answers", "/console/answers/new", published, draft, "/hoi-dap", $"/hoi-dap/don-vi/{Unit.RootId}", await PublicAsync(editor, published), "/console/radio", "/console/radio/new", await IssueAsync(editor, published),
            Catalogue, Catalogue + "?q=khai%20sinh", Catalogue + "/faq", changed, changed + "?muc=Documents", changed + "/compare", changed + "/print", Catalogue + "/drafts", ending, Catalogue + "/new", Catalogue + "/changes",
            Catalogue + "/imports", await ImportAsync(editor), Catalogue + "/coverage", Catalogue + "/gaps", await GapAsync(app, editor),
            "/console/dashboards", "/console/dashboards/response", "/console/dashboards/bot", "/console/dashboards/topics", "/console/dashboards/satisfaction",
            "/console/dashboards/cases?state=late", "/console/dashboards/answers", "/console/dashboards/surveys", "/console/dashboards/ratings",
        ];
    }

    /// <summary>A question that nobody could answer; its messages.</summary>
    private static async Task<string> GapAsync(ConsoleApp app, Browser editor)
    {
        var matter = await app.PlantCaseAsync(Unit.RootId, "Nuôi lạc đà trong xã có phải xin phép không? Tôi là Nguyễn Văn An, 0912 345 678");
        await using (var db = app.Database.NewContext())
        {
            var asked = db.Set<InboundEvent>().Where(e => e.CitizenId != "").OrderByDescending(e => e.Id).Select(e => e.Id).First();
            var record = new AnswerRecord { AccountId = matter.AccountId, Handling = Handling.OutOfScope, AnsweredAt = DateTimeOffset.UtcNow };
            db.Add(record);
            db.Entry(record).Property(r => r.EventId).CurrentValue = asked;
            await db.SaveChangesAsync();
        }
        await editor.GetAsync(Catalogue + "/gaps");
        return Regex.Match(editor.Html, $"{Catalogue}/gaps/[0-9a-f]+").Value;
    }

    private static async Task<string> ImportAsync(Browser editor)
    {
        await editor.GetAsync(Catalogue + "/imports");
        await editor.UploadAsync(Catalogue + "/imports", "file", "thu-tuc.csv", Encoding.UTF8.GetBytes("code,title\n9.999999,Cấp giấy thử\n,Không có mã\n"), ("unit", $"{Unit.RootId}"));
        return editor.Path;
    }

    private static async Task<string> EntryAsync(Browser editor)
    {
        await editor.GetAsync(Catalogue + "?q=1.001193");
        return Regex.Match(editor.Html, $"{Catalogue}/entries/[0-9a-f-]+").Value;
    }

    private static async Task<string> ChangeAsync(Browser editor, Browser leader, string entry)
    {
        await editor.GetAsync(entry);
        await editor.SubmitAsync(entry + "/edit");
        var draft = editor.Path;
        var fields = TextArea().Matches(editor.Html).Concat(Input().Matches(editor.Html)).Select(m => (m.Groups[1].Value, System.Net.WebUtility.HtmlDecode(m.Groups[2].Value)));
        await editor.SubmitAsync(draft, [.. fields.Select(f => f.Item2.StartsWith("Đăng ký khai sinh", StringComparison.Ordinal) ? (f.Item1, "Đăng ký khai sinh cho trẻ em") : f)]);
        await editor.SubmitAsync(draft + "/submit");
        await leader.GetAsync(draft);
        await leader.SubmitAsync(draft + "/approve");
        return await EntryAsync(editor);
    }

    private static async Task<string> WriteAsync(Browser editor, string question, string answer)
    {
        await editor.GetAsync("/console/answers/new");
        await editor.SubmitAsync("/console/answers/new", ("unit", Unit.RootId.ToString()), ("question", question), ("answer", answer), ("field", "Đời sống"), ("source", "Ủy ban nhân dân xã"));
        return editor.Path;
    }

    private static async Task<string> PublishAsync(Browser editor, Browser leader)
    {
        var path = await WriteAsync(editor, "Đi làm ăn xa có được gửi con cho ông bà đứng tên nhận sữa học đường không?", "Được. Ông bà mang giấy ủy quyền đến bộ phận một cửa của xã.");
        await editor.SubmitAsync(path + "/submit");
        await leader.GetAsync(path);
        await leader.SubmitAsync(path + "/approve");
        return path;
    }

    private static async Task<string> PublicAsync(Browser editor, string published)
    {
        await editor.GetAsync(published);
        return Regex.Match(editor.Html, "/hoi-dap/[0-9A-Za-z-]+(/[0-9a-z-]+)?").Value;
    }

    private static async Task<string> IssueAsync(Browser editor, string published)
    {
        await editor.GetAsync("/console/radio/new");
        await editor.SubmitAsync("/console/radio", ($"place-{published.Split('/')[^1]}", "1"));
        return editor.Path;
    }

    private static async Task AddFiguresAsync(ConsoleApp app)
    {
        var (now, random) = (DateTimeOffset.UtcNow, new Random(4));
        var section = await app.AddUnitAsync("Trung tâm Phục vụ hành chính công", UnitKind.Section);
        await using var db = app.Database.NewContext();
        var account = new ChannelAccount { PlatformId = "579745863508352884", CreatedAt = now };
        db.Add(account);
        for (var i = 0; i < 80; i++)
        {
            var (at, unit) = (now.AddHours(-i * 7), i % 3 == 0 ? section.Id : Unit.RootId);
            var talk = new Conversation { UnitId = unit, AccountId = account.Id, CitizenId = $"c{i}", CreatedAt = at, LastInboundAt = at };
            var matter = Case.Open(new OpenedCase(talk, (CaseKind)(i % 4), CaseOrigin.AskedForPerson, "", at));
            matter.Run(new Deadline("question", at, at.AddHours(4), at.AddHours(6), at.AddHours(8), IsFirm: true));
            if (i % 5 != 0) matter.Assign(Guid.NewGuid(), at);
            if (i % 5 > 1) matter.Answer(at.AddMinutes(random.Next(20, 900)));
            var survey = new Survey { CaseId = matter.Id, UnitId = unit, AskedAt = at };
            db.AddRange(talk, matter, survey);
            if (i % 3 == 0) db.AddRange(Enum.GetValues<SurveyQuestion>().Select(question => new SurveyScore { SurveyId = survey.Id, Question = question, Score = random.Next(2, 6), AnsweredAt = at }));
        }
        string[] codes = ["1.001193", "1.000894", "1.004884", "2.000815"];
        for (var i = 0; i < 600; i++)
        {
            var handling = (Handling)random.Next(8);
            var code = codes[random.Next(i < 150 ? 2 : 4)];
            db.Add(new AnswerRecord { AccountId = account.Id, Handling = handling, ProcedureCode = handling == Handling.Procedure ? code : null, Aspect = Aspect.Documents, Confidence = 0.9, AnsweredAt = now.AddHours(-i) });
        }
        await db.SaveChangesAsync();
    }

    [GeneratedRegex("<textarea[^>]* name=\"(c\\d+)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextArea();

    [GeneratedRegex("<input class=\"form-control[^>]* name=\"(c\\d+)\" value=\"([^\"]*)\"")]
    private static partial Regex Input();
}
