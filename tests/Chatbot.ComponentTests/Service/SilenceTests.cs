using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Service;

/// <summary>Where a person speaks the bot is silent, until the citizen calls it back; and it stops what it starts, never what it is asked.</summary>
[Collection(RunningServicesCollection.Name)]
public sealed class SilenceTests(RunningServices services)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_official_on_Zalo_silences_the_bot_until_the_citizen_calls_it_back(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var (zalo, citizen) = (service.Simulator.Zalo, "co-can-bo");
        await service.AskOnZaloAsync(citizen, RunningService.BirthQuestion);
        await zalo.OfficialWritesAsync(citizen, "Chào chị, tôi xem hồ sơ cho chị ngay.", CancellationToken.None);
        await service.IdleAsync();
        var heard = zalo.MessagesTo(citizen).Count;
        await zalo.SaysAsync(citizen, RunningService.FeeQuestion, CancellationToken.None);
        await service.IdleAsync();
        Assert.Equal(heard, zalo.MessagesTo(citizen).Count);
        Assert.Contains("đã trở lại", (await service.AskOnZaloAsync(citizen, "quay lại")).Text(), StringComparison.Ordinal);
        Assert.Contains(RunningService.BirthCode, (await service.AskOnZaloAsync(citizen, RunningService.BirthQuestion)).Text(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_official_in_the_Page_inbox_silences_the_bot_until_the_citizen_calls_it_back(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var (facebook, citizen) = (service.Simulator.Facebook, "co-can-bo");
        await service.AskOnFacebookAsync(citizen, RunningService.BirthQuestion);
        await facebook.OfficialWritesAsync(citizen, "Chào chị, tôi xem hồ sơ cho chị ngay.", CancellationToken.None);
        await service.IdleAsync();
        var heard = facebook.MessagesTo(citizen).Count;
        await facebook.SaysAsync(citizen, RunningService.FeeQuestion, CancellationToken.None);
        await service.IdleAsync();
        Assert.Equal(heard, facebook.MessagesTo(citizen).Count);
        Assert.Contains("đã trở lại", (await service.AskOnFacebookAsync(citizen, "quay lai")).Text(), StringComparison.Ordinal);
        Assert.Contains(RunningService.BirthCode, (await service.AskOnFacebookAsync(citizen, RunningService.BirthQuestion)).Text(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task STOP_is_remembered_and_questions_are_still_answered(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        const string Citizen = "dung-nhan-tin";
        Assert.Contains("không nhận tin thông báo", (await service.AskOnZaloAsync(Citizen, "STOP")).Text(), StringComparison.Ordinal);
        Assert.NotNull(await OptedOutAtAsync(service, Citizen));
        Assert.Contains(RunningService.BirthCode, (await service.AskOnZaloAsync(Citizen, RunningService.BirthQuestion)).Text(), StringComparison.Ordinal);
        await service.AskOnZaloAsync(Citizen, "nhận tin");
        Assert.Null(await OptedOutAtAsync(service, Citizen));
    }

    private static async Task<DateTimeOffset?> OptedOutAtAsync(RunningService service, string citizen)
    {
        var id = service.Simulator.Zalo.Conversation(citizen).CitizenId;
        await using var db = service.Database.NewContext();
        return (await db.Set<Conversation>().SingleAsync(c => c.CitizenId == id)).OptedOutAt;
    }
}
