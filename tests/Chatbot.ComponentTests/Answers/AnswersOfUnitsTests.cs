using Chatbot.Catalogue.Answers;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Zalo;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Chatbot.ComponentTests.Answers.AnswersHost;

namespace Chatbot.ComponentTests.Answers;

/// <summary>Two communes below one office, each with its own account: what one of them answers is its own.</summary>
public sealed class AnswersOfUnitsTests
{
    private const string Mine = "4000000000000000017", Sisters = "4000000000000000018";
    private const string Asked = "đi làm ăn xa gửi con cho ông bà đứng tên nhận sữa học đường được không";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_commune_publishes_is_said_on_its_account_within_a_minute_and_not_on_its_sisters(DatabaseKind kind)
    {
        var options = new SimulatorOptions();
        options.Zalo.Accounts.Add(new ZaloAccountSettings { OaId = Mine });
        options.Zalo.Accounts.Add(new ZaloAccountSettings { OaId = Sisters, AccessToken = "token-cua-xa-ben", RefreshToken = "lam-moi-cua-xa-ben" });
        await using var simulator = await SimulatorApp.StartAsync(options, CancellationToken.None);
        await using var app = await ConsoleApp.StartAsync(kind, simulator,
            ("Zalo__Accounts__1__OaId", Sisters), ("Zalo__Accounts__1__AccessToken", "token-cua-xa-ben"), ("Zalo__Accounts__1__RefreshToken", "lam-moi-cua-xa-ben"));
        var (commune, sister) = (await app.AddUnitAsync("Xã Của Tôi", UnitKind.Commune), await app.AddUnitAsync("Xã Bên", UnitKind.Commune));
        var section = await app.AddUnitAsync("Bộ phận Một cửa", UnitKind.Section, commune.Id);
        await app.AddOfficialAsync("quan.tri", Right.Administrator);
        using var administrator = await app.SignedInAsync("quan.tri");
        await PlaceAsync(app, administrator, Mine, commune.Id);
        await PlaceAsync(app, administrator, Sisters, sister.Id);

        using var host = new AnswersHost(app.Database);
        await PublishAsync(host, commune.Id, Text);
        await SaysAsync(simulator, Mine, Asked, Text.Answer);
        Assert.DoesNotContain(Text.Answer, await AnswerAsync(simulator, Sisters, Asked), StringComparison.Ordinal);

        // The sister answers the same question in her own way; a section speaks for its commune; what the office above says holds for both.
        await PublishAsync(host, sister.Id, Text with { Answer = "Không được, phải do cha mẹ đứng tên." });
        await SaysAsync(simulator, Sisters, Asked, "Không được, phải do cha mẹ đứng tên.");
        Assert.Contains(Text.Answer, await AnswerAsync(simulator, Mine, Asked), StringComparison.Ordinal);
        await PublishAsync(host, section.Id, Text with { Question = "Chợ thuyền thúng họp ngày nào?", Answer = "Chợ thuyền thúng họp ngày rằm." });
        await SaysAsync(simulator, Mine, "chợ thuyền thúng họp ngày nào", "họp ngày rằm");
        await PublishAsync(host, Unit.RootId, Text with { Question = "Đò ngang sang cồn chạy mấy giờ?", Answer = "Đò ngang chạy từ 5 giờ đến 18 giờ." });
        await SaysAsync(simulator, Mine, "đò ngang sang cồn chạy mấy giờ", "từ 5 giờ đến 18 giờ");
        await SaysAsync(simulator, Sisters, "đò ngang sang cồn chạy mấy giờ", "từ 5 giờ đến 18 giờ");
        Assert.DoesNotContain("họp ngày rằm", await AnswerAsync(simulator, Sisters, "chợ thuyền thúng họp ngày nào"), StringComparison.Ordinal);
    }

    /// <summary>In the console, as an administrator does.</summary>
    private static async Task PlaceAsync(ConsoleApp app, Browser administrator, string oaId, Guid unit)
    {
        await using var db = app.Database.NewContext();
        var account = await db.Set<ChannelAccount>().Where(a => a.PlatformId == oaId).Select(a => a.Id).SingleAsync();
        await administrator.GetAsync("/console/cases/settings");
        await administrator.SubmitAsync($"/console/cases/settings/accounts/{account}", ("unit", unit.ToString()));
        Assert.Equal(unit, await db.Set<ChannelAccount>().Where(a => a.Id == account).Select(a => a.UnitId).SingleAsync());
    }

    private static async Task PublishAsync(AnswersHost host, Guid unit, AnswerText text)
    {
        var (author, approver) = (Author with { UnitIds = [unit] }, Approver with { UnitIds = [unit] });
        var draft = (await host.Get<DraftFromCase>().DraftAsync(unit, null, text, author, CancellationToken.None)).Answer!;
        var submitted = (await host.Get<SubmitAnswer>().SubmitAsync(Seen(draft), keepsPersonalData: true, author, CancellationToken.None)).Answer!;
        Assert.Equal(AnswerStatus.Published, (await host.ApproveAsync(submitted, approver)).Answer!.Status);
    }

    private static async Task SaysAsync(SimulatorApp simulator, string oaId, string question, string answer)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        for (var said = ""; !said.Contains(answer, StringComparison.Ordinal);)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), $"after a minute {oaId} says:\n{said}");
            said = await AnswerAsync(simulator, oaId, question);
        }
    }

    // Somebody new each time, so that nothing was said before.
    private static async Task<string> AnswerAsync(SimulatorApp simulator, string oaId, string question)
    {
        var citizen = Guid.NewGuid().ToString("N")[..12];
        await simulator.Zalo.SaysAsync(citizen, question, CancellationToken.None, oaId);
        var talk = simulator.Zalo.Conversation(citizen, oaId);
        await talk.WaitForAsync(1, Patience, CancellationToken.None);
        return string.Join('\n', talk.Messages.Where(m => m.From == ChatSide.Service).Select(m => m.Text));
    }
}
