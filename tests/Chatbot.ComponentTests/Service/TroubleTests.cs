using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Simulator.Faults;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Service;

/// <summary>Calls that go wrong: what surely did not arrive is sent again, what may have arrived is not.</summary>
[Collection(RunningServicesCollection.Name)]
public sealed class TroubleTests(RunningServices services)
{
    [Theory]
    [OnSqlite(FaultKind.TokenExpired)]
    [OnSqlite(FaultKind.TokenInvalid)]
    [OnPostgres(FaultKind.TokenExpired)]
    [OnPostgres(FaultKind.TokenInvalid)]
    public async Task A_Zalo_token_that_is_refused_is_refreshed_and_the_answer_comes_once(DatabaseKind kind, FaultKind fault)
    {
        var service = await services.OnAsync(kind);
        var usual = (await service.AskOnZaloAsync("thong-thuong", RunningService.BirthQuestion)).Count;
        var before = service.Simulator.Zalo.CurrentTokens();
        service.Simulator.Zalo.Faults.Next(fault);
        var answer = await service.AskOnZaloAsync($"het-han-{fault}", RunningService.BirthQuestion);
        Assert.Equal(usual, answer.Count);
        Assert.Contains(RunningService.BirthCode, answer.Text(), StringComparison.Ordinal);
        var after = service.Simulator.Zalo.CurrentTokens();
        Assert.NotEqual(before.AccessToken, after.AccessToken);
        Assert.NotEqual(before.RefreshToken, after.RefreshToken);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_send_that_Zalo_accepted_in_silence_is_listed_as_unknown_and_not_sent_twice(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var (zalo, citizen) = (service.Simulator.Zalo, "im-lang");
        zalo.Settings.Echoes = false;   // an echo would tell that it arrived
        zalo.Faults.Next(FaultKind.TimeoutAfterAccepting);
        await service.AskOnZaloAsync(citizen, "xin chào");
        await using var db = service.Database.NewContext();
        var citizenId = zalo.Conversation(citizen).CitizenId;
        var sent = await db.Set<OutboxMessage>().Where(m => m.CitizenId == citizenId).OrderBy(m => m.Id).ToListAsync();
        var unknown = Assert.Single(sent, m => m.Status == OutboxStatus.Unknown);
        Assert.False(string.IsNullOrEmpty(unknown.Reason));
        await Task.Delay(TimeSpan.FromSeconds(5));   // beyond the sweep, which would send what it thinks unsent
        await service.IdleAsync();
        Assert.Equal(sent.Count, zalo.MessagesTo(citizen).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_send_that_is_confirmed_by_its_echo_is_no_longer_unknown(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var (facebook, citizen) = (service.Simulator.Facebook, "tieng-vong");
        facebook.Faults.Next(FaultKind.ResetAfterAccepting);
        await service.AskOnFacebookAsync(citizen, "xin chào");
        var citizenId = facebook.Conversation(citizen).CitizenId;
        await Until.TrueAsync(async () =>
        {
            await using var db = service.Database.NewContext();
            return await db.Set<OutboxMessage>().Where(m => m.CitizenId == citizenId).AllAsync(m => m.Status == OutboxStatus.Sent);
        });
        Assert.Single(facebook.MessagesTo(citizen));
    }
}
