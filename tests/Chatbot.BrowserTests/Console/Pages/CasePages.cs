using System.Text.RegularExpressions;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.BrowserTests.Console.Pages;

/// <summary>A case in time, one that is late, and an answer that waits for its approval.</summary>
internal static class CasePages
{
    /// <returns>Pages with something on them.</returns>
    public static async Task<IReadOnlyList<string>> SeedAsync(ConsoleApp app, Browser agent)
    {
        var late = await app.PlantCaseAsync(Unit.RootId, "Cống thoát nước trước chợ bị tắc, mưa là ngập vào nhà, đề nghị xã xử lý sớm", Channel.Facebook, CaseKind.Complaint, TimeSpan.FromDays(6));
        var matter = await app.PlantCaseAsync(Unit.RootId, "Đăng ký khai sinh cho con cần giấy tờ gì, làm ở đâu, có phải nộp tiền không?");
        const string Home = "/console/cases";
        await agent.GetAsync(Home + "/settings/canned/new");
        await agent.SubmitAsync(Home + "/settings/canned", ("unit", $"{Unit.RootId}"), ("title", "Chào"), ("text", "Vụ việc {mã}: {cán bộ} đã nhận"));
        await agent.GetAsync(Home + "/settings/macros/new");
        await agent.SubmitAsync(Home + "/settings/macros", ("unit", $"{Unit.RootId}"), ("name", "Nhận việc"), ("step", "Claim|"));
        await agent.GetAsync(Home + "/settings");
        return
        [
            Home, Home + "?q=khongco", $"{Home}/{matter.Id}", $"{Home}/{late.Id}", $"{Home}/{late.Id}/apology", $"{Home}/{late.Id}/answers/{await AnswerAsync(app, late.Id)}/return", Home + "/notices",
            Home + "/settings", Home + "/settings/canned/new", First("canned"), Home + "/settings/macros/new", First("macros"),
        ];

        string First(string what) => Regex.Match(agent.Html, $"{Home}/settings/{what}/[0-9a-f-]{{36}}").Value;
    }

    private static async Task<Guid> AnswerAsync(ConsoleApp app, Guid matter)
    {
        var answer = new CaseAnswer { CaseId = matter, RequestId = Guid.NewGuid(), AuthorId = Guid.NewGuid(), Text = app.Services.GetRequiredService<ISecretBox>().ProtectWords("Xã đã cho thông cống."), CreatedAt = DateTimeOffset.UtcNow };
        answer.Submit();
        await using var db = app.Database.NewContext();
        db.Add(answer);
        await db.SaveChangesAsync();
        return answer.Id;
    }
}
