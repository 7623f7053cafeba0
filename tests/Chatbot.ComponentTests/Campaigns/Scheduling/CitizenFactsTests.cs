using System.Text;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Testing;
using Chatbot.Campaigns.Writing;
using Chatbot.Campaigns.Writing.Templates;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Campaigns.Scheduling;

/// <summary>Lists from files, what citizens follow, a look for the writer alone, and messages that are kept.</summary>
public sealed class CitizenFactsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_list_puts_its_tag_on_whom_the_office_knows_and_tells_every_other_line(DatabaseKind kind)
    {
        await using var host = await SeriesHost.StartAsync(kind);
        var (an, binh) = (await host.CitizenAsync("1111111111111"), await host.CitizenAsync("2222222222222"));
        Assert.True(await host.Get<KeepCitizens>().KeepPhoneAsync(binh.Id, "0912 345 678", SeriesHost.Author, CancellationToken.None));
        Assert.False(await host.Get<KeepCitizens>().KeepPhoneAsync(binh.Id, "12", SeriesHost.Author, CancellationToken.None));
        var file = "id\n1111111111111\n+84912345678\n3333333333333\n0912345678\n";
        for (var again = 0; again < 2; again++)
        {
            var imported = await host.Get<ImportRecipients>().ImportAsync(file, "Họp tổ 5", SeriesHost.Author, CancellationToken.None);
            Assert.Equal((2, "4 Unknown, 5 Twice"), (imported!.Found, string.Join(", ", imported.Faults.Select(f => $"{f.Line} {f.Problem}"))));
        }
        Assert.Null(await host.Get<ImportRecipients>().ImportAsync(file, " ", SeriesHost.Author, CancellationToken.None));
        var others = await host.Get<ImportRecipients>().ImportAsync(file, "Của đơn vị khác", new CampaignActor(Guid.NewGuid(), [Guid.NewGuid()]), CancellationToken.None);
        Assert.Equal(0, others!.Found);
        Assert.Equal(2, await CountAsync(host, new Criteria { Tags = ["Họp tổ 5"] }));
        await using var db = host.Database.NewContext();
        Assert.DoesNotContain("912345678", (await db.Set<CitizenProfile>().SingleAsync(p => p.Id == binh.Id)).PhoneHash, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Fields_that_were_asked_about_and_procedures_that_are_followed_choose_citizens(DatabaseKind kind)
    {
        await using var host = await SeriesHost.StartAsync(kind);
        var (an, binh) = (await host.CitizenAsync("an"), await host.CitizenAsync("binh"));
        await host.CitizenAsync("cu");
        Assert.True(await host.Get<KeepCitizens>().ChooseTopicAsync(binh.Id, OutreachTopic.OfProcedure("1.001193"), isWanted: true, SeriesHost.Author, CancellationToken.None));
        await using (var db = host.Database.NewContext())
        {
            var code = "9.000001";
            var run = new ImportRun { UnitId = Unit.RootId, Source = "", FileName = "", StartedAt = host.Clock.GetUtcNow() };
            db.Add(run);
            db.Add(new ProcedureVersion
            {
                UnitId = Unit.RootId, Code = code, Version = 1, Title = "Thử", Field = "Hộ tịch", SearchText = "", DecisionNumber = "", Content = "{}", ContentHash = "", ImportedAt = host.Clock.GetUtcNow(),
                Source = "", ImportId = run.Id,
            });
            db.Add(new AnswerRecord { AccountId = host.Account.Id, ProcedureCode = code, AnsweredAt = host.Clock.GetUtcNow().AddDays(-3) });
            await db.SaveChangesAsync();
            await db.Set<AnswerRecord>().ExecuteUpdateAsync(set => set.SetProperty(a => a.ConversationId, an.Id));
        }
        Assert.Equal(1, await CountAsync(host, new Criteria { AskedFields = ["Hộ tịch"] }));
        Assert.Equal(0, await CountAsync(host, new Criteria { AskedFields = ["Đất đai"] }));
        Assert.Equal(0, await CountAsync(host, new Criteria { AskedFields = ["Hộ tịch"], AskedWithinDays = 2 }));
        Assert.Equal(1, await CountAsync(host, new Criteria { FollowedProcedures = ["1.001193"] }));
        Assert.Equal(0, await CountAsync(host, new Criteria { FollowedProcedures = ["1.001194"] }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_look_goes_to_the_account_from_which_the_writer_sent_the_code_and_to_nobody_else(DatabaseKind kind)
    {
        await using var host = await SeriesHost.StartAsync(kind);
        var (own, other) = (await host.CitizenAsync("can-bo"), await host.CitizenAsync("nguoi-khac"));
        var campaign = (await host.Get<WriteCampaign>().BeginAsync(Unit.RootId, SeriesHost.Text(), SeriesHost.Author, CancellationToken.None)).Campaign!;
        var test = host.Get<TestCampaign>();
        Assert.Equal(TestOutcome.NoAccount, await test.SendAsync(campaign, SeriesHost.Author.OfficialId, CancellationToken.None));
        var code = await test.AskAsync(SeriesHost.Author.OfficialId, CancellationToken.None);
        Assert.False(await test.ConfirmAsync(SeriesHost.Author.OfficialId, CancellationToken.None));
        await HearAsync(host, "nguoi-khac", "THU00000000");
        await HearAsync(host, "can-bo", code.ToLowerInvariant());
        Assert.True(await test.ConfirmAsync(SeriesHost.Author.OfficialId, CancellationToken.None));
        Assert.False(await test.ConfirmAsync(SeriesHost.Author.OfficialId, CancellationToken.None));   // used
        Assert.Equal(TestOutcome.Sent, await test.SendAsync(campaign, SeriesHost.Author.OfficialId, CancellationToken.None));
        Assert.Equal(TestOutcome.NoAccount, await test.SendAsync(campaign, SeriesHost.Approver.OfficialId, CancellationToken.None));
        Assert.Equal(TestOutcome.OtherChannel, await test.SendAsync(await OnFacebookAsync(host), SeriesHost.Author.OfficialId, CancellationToken.None));
        await using var db = host.Database.NewContext();
        var message = await db.Set<OutboxMessage>().SingleAsync();
        Assert.Equal(own.Id, message.ConversationId);
        Assert.StartsWith("[Gửi thử", message.Body, StringComparison.Ordinal);
        Assert.NotEqual(other.Id, message.ConversationId);
        host.At(host.Clock.GetUtcNow().AddDays(60));
        Assert.Equal(TestOutcome.WindowShut, await test.SendAsync(campaign, SeriesHost.Author.OfficialId, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_is_kept_has_versions_and_what_was_made_of_it_stays(DatabaseKind kind)
    {
        await using var host = await SeriesHost.StartAsync(kind);
        var keep = host.Get<KeepTemplates>();
        var first = await keep.SaveAsync(null, Unit.RootId, "Mời họp", new TemplateContent(new CampaignContent("Mời họp", "Mời bà con họp ngày {ngay}."), []), SeriesHost.Author, CancellationToken.None);
        var second = await keep.SaveAsync(first!.Id, Unit.RootId, "Mời họp", new TemplateContent(new CampaignContent("Mời họp", "Mời bà con họp lúc 19 giờ ngày {ngay}."), []), SeriesHost.Author, CancellationToken.None);
        var same = await keep.SaveAsync(first.Id, Unit.RootId, "Mời họp tổ", new TemplateContent(new CampaignContent("Mời họp", "Mời bà con họp lúc 19 giờ ngày {ngay}. "), []), SeriesHost.Author, CancellationToken.None);
        Assert.Equal((1, 2, 2, "Mời họp tổ"), (first.Version, second!.Version, same!.Version, same.Name));
        Assert.Equal("Mời bà con họp ngày {ngay}.", (await keep.UseAsync(first.Id, 1, SeriesHost.Author, CancellationToken.None))!.Content.Text);
        Assert.Contains("19 giờ", (await keep.UseAsync(first.Id, null, SeriesHost.Author, CancellationToken.None))!.Content.Text, StringComparison.Ordinal);
        Assert.Null(await keep.UseAsync(first.Id, null, new CampaignActor(Guid.NewGuid(), [Guid.NewGuid()]), CancellationToken.None));
        Assert.Null(await keep.SaveAsync(null, Unit.RootId, "", new TemplateContent(new CampaignContent("", "x"), []), SeriesHost.Author, CancellationToken.None));
    }

    private static async Task<int> CountAsync(SeriesHost host, Criteria criteria) =>
        (await host.Get<CountAudience>().CountAsync(Unit.RootId, SeriesHost.Text() with { Segment = new SegmentChoice(Guid.NewGuid(), 1, criteria) }, CancellationToken.None)).Reached;

    private static async Task HearAsync(SeriesHost host, string citizen, string words)
    {
        await using var db = host.Database.NewContext();
        db.Add(new InboundEvent
        {
            AccountId = host.Account.Id, Channel = Channel.Zalo, PlatformAccountId = "oa-1", EventKey = Guid.NewGuid().ToString("N"), Kind = "text", CitizenId = citizen,
            OccurredAt = host.Clock.GetUtcNow(), ReceivedAt = host.Clock.GetUtcNow(), Status = EventStatus.Handled, Body = host.Get<ISecretBox>().Protect(Encoding.UTF8.GetBytes(words)),
        });
        await db.SaveChangesAsync();
    }

    private static async Task<Campaign> OnFacebookAsync(SeriesHost host) =>
        (await host.Get<WriteCampaign>().BeginAsync(Unit.RootId, SeriesHost.Text() with { Methods = new SendingMethods(FacebookMethod.Update, null) }, SeriesHost.Author, CancellationToken.None)).Campaign!;
}
