using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Zalo;

public sealed class ZaloTokensTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_processes_that_refresh_at_once_use_one_refresh_token_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using var one = await ZaloHost.StartAsync(database, zalo);
        await using var other = await ZaloHost.StartAsync(database, zalo);
        zalo.OAuthDelay = TimeSpan.FromMilliseconds(300);
        for (var round = 1; round <= 3; round++)
        {
            zalo.Revoke();
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).SendAsync()));
            Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Sent>(outcome));
            Assert.Equal((round, 0), (zalo.To("/v4/oa/access_token").Count, zalo.Denied));
        }
        var row = await one.RowAsync();
        Assert.Equal((zalo.Access, zalo.Refresh), (one.Open(row.AccessToken), one.Open(row.RefreshToken)));
        Assert.Null(row.RefreshOwner);
        Assert.Equal(AccountStatus.Active, row.Status);
    }

    [Fact]
    public async Task Tokens_are_stored_encrypted_and_the_settings_do_not_put_old_ones_back()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using (var first = await ZaloHost.StartAsync(database, zalo))
        {
            zalo.Revoke();
            Assert.IsType<SendOutcome.Sent>(await first.SendAsync());
        }
        await using var again = await ZaloHost.StartAsync(database, zalo);
        var row = await again.RowAsync();
        Assert.Equal("access-1", again.Open(row.AccessToken));
        Assert.DoesNotContain("access-", row.AccessToken, StringComparison.Ordinal);
        Assert.InRange(row.TokenExpiresAt!.Value - row.TokenRefreshedAt!.Value, TimeSpan.FromHours(25), TimeSpan.FromHours(25.01));
        Assert.IsType<SendOutcome.Sent>(await again.SendAsync());
    }

    [Fact]
    public async Task Tokens_changed_in_the_settings_are_taken_over()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using (await ZaloHost.StartAsync(database, zalo)) { }
        await using var changed = await ZaloHost.StartAsync(database, zalo, ("Zalo:Accounts:0:AccessToken", "by hand"));
        Assert.Equal("by hand", changed.Open((await changed.RowAsync()).AccessToken));
    }

    [Fact]
    public async Task A_denied_refresh_calls_for_a_person_and_is_not_hammered()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using var host = await ZaloHost.StartAsync(database, zalo, ("Zalo:Accounts:0:RefreshToken", "used up"));
        zalo.Revoke();
        for (var i = 0; i < 5; i++) Assert.Equal(RefusalReason.Token, Assert.IsType<SendOutcome.Refused>(await host.SendAsync()).Reason);
        Assert.Equal(1, zalo.Denied);
        Assert.Equal(AccountStatus.NeedsAuthorisation, (await host.RowAsync()).Status);
        Assert.True(host.Get<AccountHealth>().Has(host.AccountId, AccountProblem.NeedsAuthorisation));
    }

    [Fact]
    public async Task A_lost_answer_is_no_denial_until_the_platform_says_so()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using var host = await ZaloHost.StartAsync(database, zalo);
        (zalo.LosesAnswers, _) = (true, 0);
        zalo.Revoke();
        Assert.IsType<SendOutcome.Throttled>(await host.SendAsync());
        var row = await host.RowAsync();
        Assert.Equal((AccountStatus.Active, null), (row.Status, row.RefreshOwner));
        Assert.Single(zalo.To("/v4/oa/access_token"));
    }

    [Fact]
    public async Task A_token_is_refreshed_when_four_fifths_of_its_life_are_over()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using var host = await ZaloHost.StartAsync(database, zalo);
        await AgeAsync(database, TimeSpan.FromHours(19));
        await host.Get<ZaloTokens>().RefreshDueAsync(CancellationToken.None);
        Assert.Empty(zalo.To("/v4/oa/access_token"));
        await AgeAsync(database, TimeSpan.FromHours(20.1));
        await host.Get<ZaloTokens>().RefreshDueAsync(CancellationToken.None);
        await host.Get<ZaloTokens>().RefreshDueAsync(CancellationToken.None);
        var call = Assert.Single(zalo.To("/v4/oa/access_token"));
        Assert.Equal("app-secret", call.SecretKey);
        Assert.Equal("access-1", host.Get<AccountDirectory>().Find(host.AccountId)!.AccessToken);
    }

    [Fact]
    public async Task Tokens_not_refreshed_for_eighty_days_are_told()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using var host = await ZaloHost.StartAsync(database, zalo, ("Zalo:Accounts:0:RefreshToken", "used up"));
        await AgeAsync(database, TimeSpan.FromDays(81));
        await host.Get<ZaloTokens>().RefreshDueAsync(CancellationToken.None);
        Assert.True(host.Get<AccountHealth>().Has(host.AccountId, AccountProblem.TokenAgeing));
    }

    [Fact]
    public async Task A_lease_that_its_owner_left_behind_ends()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var zalo = await ZaloStandIn.StartAsync();
        await using var host = await ZaloHost.StartAsync(database, zalo);
        await ChangeAsync(database, row => (row.RefreshOwner, row.RefreshUntil) = ("died", DateTimeOffset.UtcNow.AddSeconds(1)));
        zalo.Revoke();
        Assert.IsType<SendOutcome.Sent>(await host.SendAsync());
    }

    private static Task AgeAsync(TestDatabase database, TimeSpan age) => ChangeAsync(database, row =>
        (row.TokenRefreshedAt, row.TokenExpiresAt) = (DateTimeOffset.UtcNow - age, DateTimeOffset.UtcNow - age + TimeSpan.FromHours(25)));

    private static async Task ChangeAsync(TestDatabase database, Action<ChannelAccount> change)
    {
        await using var db = database.NewContext();
        change(await db.Set<ChannelAccount>().AsTracking().SingleAsync());
        await db.SaveChangesAsync();
    }
}
