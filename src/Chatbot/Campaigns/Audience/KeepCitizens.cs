using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Audience;

/// <summary>What officials and citizens say about a citizen: language, tags, topics, and that two conversations are one person.</summary>
public sealed class KeepCitizens(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    /// <returns>False: no such conversation in the actor's units.</returns>
    public async Task<bool> DescribeAsync(Guid conversationId, string language, CitizenKind kind, IReadOnlyCollection<string> tags, CampaignActor actor, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ProfileAsync(db, conversationId, actor, ct) is not { } profile) return false;
        (profile.Language, profile.Kind) = (language, kind);
        await db.Set<CitizenTag>().Where(t => t.ConversationId == conversationId).ExecuteDeleteAsync(ct);
        db.AddRange(tags.Select(Writing.CampaignContent.Tidy).Where(tag => tag.Length is > 0 and <= 60).Distinct().Select(tag => new CitizenTag { ConversationId = conversationId, Tag = tag }));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>From now on both conversations are one person: a campaign reaches them once, also one that is being sent just now, and a refusal on one counts on both.</summary>
    /// <returns>False: one of them is not in the actor's units.</returns>
    public async Task<bool> JoinAsync(Guid conversationId, Guid otherId, CampaignActor actor, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ProfileAsync(db, conversationId, actor, ct) is not { } one || await ProfileAsync(db, otherId, actor, ct) is not { } other) return false;
        var (gone, kept) = (other.PersonId, one.PersonId);
        foreach (var same in await db.Set<CitizenProfile>().AsTracking().Where(p => p.PersonId == gone).ToListAsync(ct)) same.PersonId = kept;
        other.PersonId = kept;
        await db.SaveChangesAsync(ct);
        await SkipSecondOnesAsync(db, kept, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <param name="phone">As a person writes it; empty: it is forgotten.</param>
    /// <returns>False: no Vietnamese number, or no such conversation in the actor's units.</returns>
    public async Task<bool> KeepPhoneAsync(Guid conversationId, string phone, CampaignActor actor, CancellationToken ct)
    {
        var number = PhoneNumbers.Normalise(phone);
        if (number is null && phone.Length > 0) return false;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await ProfileAsync(db, conversationId, actor, ct) is not { } profile) return false;
        profile.PhoneHash = number is null ? null : PhoneNumbers.HashOf(number);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The citizen asks for a topic, or refuses it.</summary>
    public async Task<bool> ChooseTopicAsync(Guid conversationId, string topic, bool isWanted, CampaignActor actor, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Set<Conversation>().AnyAsync(c => c.Id == conversationId && actor.UnitIds.Contains(c.UnitId), ct)) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await TopicChoices.SaveAsync(db, conversationId, [topic], isWanted, clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Of one campaign's deliveries to the same person only one leaves: what has left already, otherwise the first.</summary>
    private static Task SkipSecondOnesAsync(ChatbotDb db, Guid personId, CancellationToken ct)
    {
        var sql = SqlText.For(db);
        var theirs = $"IN (SELECT q.id FROM citizen_profile q WHERE q.person_id = {sql.Value(personId)})";
        return sql.RunAsync(db, $"""
            UPDATE delivery SET status = 'Skipped', reason = '{LeftOutReason.OtherChannel}', lease_owner = NULL WHERE conversation_id {theirs} AND status IN ('Planned', 'Claimed')
              AND EXISTS (SELECT 1 FROM delivery e WHERE e.campaign_id = delivery.campaign_id AND e.id <> delivery.id AND e.conversation_id {theirs}
                AND (e.status IN ('Sending', 'Sent', 'Unknown') OR (e.status IN ('Planned', 'Claimed') AND e.id < delivery.id)))
            """, ct);
    }

    private static async Task<CitizenProfile?> ProfileAsync(ChatbotDb db, Guid conversationId, CampaignActor actor, CancellationToken ct)
    {
        var unit = await db.Set<Conversation>().Where(c => c.Id == conversationId && actor.UnitIds.Contains(c.UnitId)).Select(c => (Guid?)c.UnitId).FirstOrDefaultAsync(ct);
        if (unit is not { } unitId) return null;
        return await db.Set<CitizenProfile>().AsTracking().FirstOrDefaultAsync(p => p.Id == conversationId, ct)
            ?? db.Add(new CitizenProfile { Id = conversationId, UnitId = unitId, PersonId = conversationId }).Entity;
    }
}
