using System.Collections.Frozen;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chatbot.Channels;

/// <summary>The connected accounts in memory: looked up for every event and every send, read from the database when told to.</summary>
public sealed class AccountDirectory(
    IDbContextFactory<ChatbotDb> contexts, WriteGate gate, ISecretBox box, AccountHealth health, TimeProvider clock, ILogger<AccountDirectory> log)
{
    private volatile Snapshot current = new([]);

    public ConnectedAccount? Find(Channel channel, string platformId) => current.ByPlatformId.GetValueOrDefault((channel, platformId));

    public ConnectedAccount? Find(Guid accountId) => current.ById.GetValueOrDefault(accountId);

    public IReadOnlyList<ConnectedAccount> Of(Channel channel) => [.. current.ById.Values.Where(a => a.Row.Channel == channel)];

    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<ChannelAccount>().ToListAsync(ct);
        Show([.. rows.Select(Open)]);
    }

    internal void Show(IReadOnlyList<ConnectedAccount> accounts) => current = new Snapshot(accounts);

    /// <summary>Inserts accounts that the settings name and takes over tokens that a person changed there. Tokens that were rotated
    /// since the settings were last read stay: the old ones are dead.</summary>
    public async Task EnsureFromSettingsAsync(Channel channel, IReadOnlyList<AccountSeed> seeds, CancellationToken ct)
    {
        foreach (var seed in seeds)
        {
            try
            {
                await EnsureAsync(channel, seed, ct);
            }
            catch (DbUpdateException)
            {
                await EnsureAsync(channel, seed, ct);   // another process starting now inserted it first; a second failure is a real one
            }
        }
        await RefreshAsync(ct);
    }

    /// <summary>Stores what a person or a refresh obtained, or changes the account's state, and reads it back.</summary>
    /// <returns>Our id of the account; it is created when the platform id is new.</returns>
    public async Task<Guid> StoreAsync(Channel channel, string platformId, Action<ChannelAccount> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await FindOrAddAsync(db, channel, platformId, ct);
        change(account);
        await SaveAsync(db, ct);
        await RefreshAsync(ct);
        return account.Id;
    }

    /// <summary>Changes the state when it is another; tells health and log.</summary>
    public async Task SetStatusAsync(Guid accountId, AccountStatus status, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        using var pass = await gate.EnterAsync(ct);
        var changed = await db.Set<ChannelAccount>().Where(a => a.Id == accountId && a.Status != status)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, status), ct);
        if (changed == 1) log.AccountStatusChanged(accountId, status);
        await RefreshAsync(ct);
    }

    private async Task EnsureAsync(Channel channel, AccountSeed seed, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await FindOrAddAsync(db, channel, seed.PlatformId, ct);
        if (!SeededTokens.AreNew(account, seed)) return;
        SeededTokens.Put(account, seed, box, clock.GetUtcNow());
        await SaveAsync(db, ct);
        log.AccountSeeded(channel, account.Id);
    }

    private async Task SaveAsync(ChatbotDb db, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task<ChannelAccount> FindOrAddAsync(ChatbotDb db, Channel channel, string platformId, CancellationToken ct)
    {
        var account = await db.Set<ChannelAccount>().AsTracking()
            .SingleOrDefaultAsync(a => a.Channel == channel && a.PlatformId == platformId, ct);
        if (account is not null) return account;
        account = new ChannelAccount { Channel = channel, PlatformId = platformId, CreatedAt = clock.GetUtcNow() };
        db.Add(account);
        return account;
    }

    private ConnectedAccount Open(ChannelAccount row)
    {
        var token = box.UnprotectText(row.AccessToken);
        var isUnreadable = token is null && row.AccessToken is not null;
        if (isUnreadable && !health.Has(row.Id, AccountProblem.TokenUnreadable)) log.TokenUnreadable(row.Id);
        Tell(row, AccountProblem.TokenUnreadable, isUnreadable, "The stored token cannot be decrypted; connect the account again");
        Tell(row, AccountProblem.NeedsAuthorisation, row.Status == AccountStatus.NeedsAuthorisation, "A person must authorise the account again");
        Tell(row, AccountProblem.Restricted, row.Status == AccountStatus.Restricted, "The platform forbids sending for now");
        return new ConnectedAccount(row, token);
    }

    private void Tell(ChannelAccount row, AccountProblem problem, bool isPresent, string text)
    {
        if (isPresent) health.Report(row.Id, problem, $"{row.Channel} {row.PlatformId}: {text}");
        else health.Clear(row.Id, problem);
    }

    private sealed class Snapshot(IReadOnlyList<ConnectedAccount> accounts)
    {
        public FrozenDictionary<Guid, ConnectedAccount> ById { get; } = accounts.ToFrozenDictionary(a => a.Row.Id);

        public FrozenDictionary<(Channel, string), ConnectedAccount> ByPlatformId { get; } =
            accounts.ToFrozenDictionary(a => (a.Row.Channel, a.Row.PlatformId));
    }
}
