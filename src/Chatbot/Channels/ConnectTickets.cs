using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels;

/// <summary>Prints and takes the one-time tokens of the connect pages; one database behind the command line and all web processes.</summary>
public sealed class ConnectTickets(IDbContextFactory<ChatbotDb> contexts, IOptions<ChannelOptions> options, TimeProvider clock)
{
    /// <returns>The token: 43 characters, safe in an address.</returns>
    public async Task<string> IssueAsync(Channel channel, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        await db.Set<ConnectTicket>().Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(ct);
        db.Add(new ConnectTicket { TokenHash = Hash(token), Channel = channel, ExpiresAt = now + options.Value.ConnectTicketLife });
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>Whether the token would be taken; opening the page does not use it up, as link previews open pages too.</summary>
    public async Task<bool> IsOpenAsync(Channel channel, string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Open(db, channel, token).AnyAsync(ct);
    }

    /// <returns>True for exactly one caller.</returns>
    public async Task<bool> TakeAsync(Channel channel, string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        return await Open(db, channel, token).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), ct) == 1;
    }

    private IQueryable<ConnectTicket> Open(ChatbotDb db, Channel channel, string token)
    {
        var (hash, now) = (Hash(token), clock.GetUtcNow());
        return db.Set<ConnectTicket>().Where(t => t.TokenHash == hash && t.Channel == channel && t.UsedAt == null && t.ExpiresAt > now);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
