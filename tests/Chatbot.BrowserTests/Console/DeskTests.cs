using System.Text.RegularExpressions;
using Chatbot.Officials;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>Answers, loudspeaker, catalogue and figures as officials meet them, in a real Chromium.</summary>
[Trait("Category", "Browser")]
public sealed class DeskTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [BrowserFact]
    public async Task An_answer_is_written_by_one_approved_by_another_read_by_everybody_and_goes_on_air()
    {
        var app = await shared.StartedAsync();
        var commune = await app.AddUnitAsync("Xã Chợ Bến", UnitKind.Commune);
        await app.AddOfficialAsync("soan", Right.Editor, commune.Id);
        await app.AddOfficialAsync("duyet", Right.Approver, commune.Id);
        await using var windows = new Windows();
        var editor = await windows.OpenAsync(app);
        await editor.SignInAsync("soan");
        await editor.GetByRole(AriaRole.Link, new() { Name = "Dân hỏi – trả lời" }).ClickAsync();
        await editor.GetByRole(AriaRole.Link, new() { Name = "Soạn câu mới" }).ClickAsync();
        await editor.GetByLabel("Câu hỏi", new() { Exact = true }).FillAsync("Tôi là Nguyễn Văn An, hỏi chợ xã họp ngày nào?");
        await editor.GetByLabel("Trả lời", new() { Exact = true }).FillAsync("Chợ xã họp vào ngày lẻ âm lịch.");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await Expect(editor.GetByRole(AriaRole.Status)).ToContainTextAsync("thông tin riêng đã được che");
        await Expect(editor.GetByText("Nguyễn Văn An")).ToHaveCountAsync(0);
        await editor.GetByRole(AriaRole.Button, new() { Name = "Trình duyệt" }).ClickAsync();

        var leader = await windows.OpenOnPhoneAsync(app.Address, ColorScheme.Dark);
        leader.Dialog += (_, dialog) => dialog.AcceptAsync();
        await leader.SignInAsync("duyet");
        await leader.GetByText("Câu trả lời chờ duyệt").ClickAsync();
        await leader.GetByRole(AriaRole.Link, new() { Name = "hỏi chợ xã họp ngày nào" }).ClickAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Duyệt và công khai" }).ClickAsync();
        await Expect(leader.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã duyệt và công khai.");
        await leader.GetByRole(AriaRole.Link, new() { Name = "Xem trên trang công khai" }).ClickAsync();
        await Expect(leader.GetByText("Chợ xã họp vào ngày lẻ âm lịch.")).ToBeVisibleAsync();

        await editor.GotoAsync("/console/radio/new");
        await editor.GetByLabel(new Regex("Thứ tự đọc của câu")).FillAsync("1");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Lập bản tin" }).ClickAsync();
        var download = await editor.RunAndWaitForDownloadAsync(() => editor.GetByRole(AriaRole.Link, new() { Name = "Tải lời đọc (Word)" }).ClickAsync());
        Assert.Equal("ban-tin-so-1.docx", download.SuggestedFilename);
    }
}
