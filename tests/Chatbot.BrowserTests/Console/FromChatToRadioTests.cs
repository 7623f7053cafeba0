using System.IO.Compression;
using System.Text.RegularExpressions;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>The whole way of one question: asked in Sân thử, answered by an official, published by two, said by the bot to somebody else, read out by the loudspeaker.</summary>
[Trait("Category", "Browser")]
public sealed class FromChatToRadioTests
{
    private const string Matter = "Tôi là Nguyễn Văn An, số 0912 345 678, cho hỏi chợ phiên thuyền thúng của xã mình họp vào những ngày nào?";
    private const string Answer = "Chợ phiên thuyền thúng họp ngày 5 và ngày 20 hằng tháng, từ 6 giờ sáng.";

    [BrowserFact]
    public async Task A_question_in_San_thu_becomes_a_published_answer_and_a_radio_script()
    {
        await using var app = await ConsoleApp.StartProcessAsync(DatabaseKind.Sqlite, ("ASPNETCORE_ENVIRONMENT", "Development"), ("StandIns__Port", "0"));
        await app.AddOfficialAsync("lan", Right.HotlineAgent | Right.Editor);
        await app.AddOfficialAsync("hoa", Right.Approver);
        await using var windows = new Windows();
        var citizen = await windows.OpenTryOutAsync(app);
        await citizen.SayAsync("cho tôi gặp cán bộ");
        await citizen.SayAsync(Matter);
        await Expect(citizen.Talk()).ToContainTextAsync("mã");

        var agent = await windows.OpenAsync(app);
        await agent.SignInAsync("lan");
        await AnswerAsync(agent, citizen);
        await DraftAsync(agent);
        await ApproveAsync(windows, app);
        await AssertSaidAsync(citizen);
        await AssertPublicAsync(windows, app);
        await ReadOutAsync(agent);
    }

    private static async Task AnswerAsync(IPage agent, IPage citizen)
    {
        await agent.GotoAsync("/console/cases");
        await agent.GetByRole(AriaRole.Link, new() { Name = "chợ phiên thuyền thúng" }).ClickAsync();
        await agent.GetByRole(AriaRole.Button, new() { Name = "Nhận xử lý" }).ClickAsync();
        await Expect(agent.GetByRole(AriaRole.Status).First).ToContainTextAsync("đã nhận vụ việc");
        await agent.GetByLabel("Câu trả lời", new() { Exact = true }).FillAsync(Answer);
        await agent.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await agent.WaitForURLAsync(url => url.Contains("done=sent", StringComparison.Ordinal));
        await Expect(citizen.Talk()).ToContainTextAsync("họp ngày 5 và ngày 20");
    }

    /// <summary>One click on the answered case; what tells who asked is gone.</summary>
    private static async Task DraftAsync(IPage editor)
    {
        await editor.ReloadAsync();
        await editor.GetByRole(AriaRole.Button, new() { Name = "Làm bản nháp" }).ClickAsync();
        await Expect(editor.GetByText("Nguyễn Văn An")).ToHaveCountAsync(0);
        await Expect(editor.GetByText("0912 345 678")).ToHaveCountAsync(0);
        await editor.GetByLabel("Câu hỏi", new() { Exact = true }).FillAsync("Chợ phiên thuyền thúng của xã họp vào những ngày nào?");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await Screenshots.TakeAsync(editor, "way-draft");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Trình duyệt" }).ClickAsync();
    }

    private static async Task ApproveAsync(Windows windows, ConsoleApp app)
    {
        var leader = await windows.OpenOnPhoneAsync(app.Address);
        leader.Dialog += (_, dialog) => dialog.AcceptAsync();
        await leader.SignInAsync("hoa");
        await leader.GetByText("Câu trả lời chờ duyệt").ClickAsync();
        await leader.GetByRole(AriaRole.Link, new() { Name = "Chợ phiên thuyền thúng" }).ClickAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Duyệt và công khai" }).ClickAsync();
        await Expect(leader.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã duyệt và công khai.");
        await Screenshots.TakeAsync(leader, "way-approved-phone");
    }

    /// <summary>Somebody else, on the other platform, within a minute.</summary>
    private static async Task AssertSaidAsync(IPage citizen)
    {
        await citizen.GetByRole(AriaRole.Button, new() { Name = "Facebook", Exact = true }).ClickAsync();
        // The bot looks at what was published every few seconds; a citizen who asked too early asks again.
        for (var turn = 0; turn < 40 && await citizen.Talk().GetByText("ngày 5 và ngày 20").CountAsync() == 0; turn++)
        {
            var before = await citizen.Talk().GetByText("Trả lời tự động").CountAsync();
            await citizen.SayAsync("chợ phiên thuyền thúng họp ngày nào");
            await Expect(citizen.Talk().GetByText("Trả lời tự động").Nth(before)).ToBeVisibleAsync();
            if (turn > 0) await Task.Delay(TimeSpan.FromSeconds(5));
        }
        await Expect(citizen.Talk().GetByText("ngày 5 và ngày 20").First).ToBeVisibleAsync();
        await Screenshots.TakeAsync(citizen, "way-bot-says");
    }

    private static async Task AssertPublicAsync(Windows windows, ConsoleApp app)
    {
        var reader = await windows.OpenOnPhoneAsync(app.Address);
        await reader.GotoAsync("/hoi-dap");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Chợ phiên thuyền thúng" }).ClickAsync();
        await Expect(reader.GetByText(Answer)).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindAsync(reader));
        await Screenshots.TakeAsync(reader, "way-public-phone");
        using var http = new HttpClient();
        Assert.Contains("Chợ phiên thuyền thúng", await http.GetStringAsync(new Uri(app.Address, "/hoi-dap/rss.xml")), StringComparison.Ordinal);
    }

    private static async Task ReadOutAsync(IPage editor)
    {
        await editor.GotoAsync("/console/radio/new");
        await editor.GetByLabel(new Regex("Thứ tự đọc của câu")).FillAsync("1");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Lập bản tin" }).ClickAsync();
        await Screenshots.TakeAsync(editor, "way-radio");
        var download = await editor.RunAndWaitForDownloadAsync(() => editor.GetByRole(AriaRole.Link, new() { Name = "Tải lời đọc (Word)" }).ClickAsync());
        using var archive = ZipFile.OpenRead(await download.PathAsync());
        using var document = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var script = Regex.Replace(await document.ReadToEndAsync(), "<[^>]+>", "");
        Assert.Contains("ngày năm và ngày hai mươi", script, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Nguyễn Văn An", script, StringComparison.Ordinal);
    }
}
