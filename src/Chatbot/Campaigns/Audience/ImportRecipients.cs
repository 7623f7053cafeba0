using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Audience;

/// <summary>Puts a tag on everybody of a list; a segment of that tag is then the list. Nobody becomes known by it: only citizens who have written or follow can be reached.</summary>
public sealed class ImportRecipients(IDbContextFactory<ChatbotDb> databases, WriteGate gate)
{
    public const int LongestTag = 60;
    private const int Slice = 500;

    /// <returns>How many citizens have the tag now by this list, and every line for which there is none; null: no tag.</returns>
    public async Task<ImportedRecipients?> ImportAsync(string file, string tag, CampaignActor actor, CancellationToken ct)
    {
        tag = Writing.CampaignContent.Tidy(tag);
        if (tag.Length is 0 or > LongestTag) return null;
        var (lines, faults) = RecipientFile.Read(file);
        var (all, found) = (new List<RecipientFault>(faults), 0);
        foreach (var slice in lines.Chunk(Slice)) found += await TagAsync(slice, tag, actor, all, ct);
        return new ImportedRecipients(tag, found, [.. all.OrderBy(fault => fault.Line)]);
    }

    // A slice a transaction: an import that dies in the middle is repeated, and a tag is not put twice.
    private async Task<int> TagAsync(RecipientLine[] lines, string tag, CampaignActor actor, List<RecipientFault> faults, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = lines.Select(line => line.Id).ToList();
        var hashes = lines.Select(line => line.PhoneHash).OfType<string>().ToList();
        var talks = await db.Set<Conversation>().Where(c => actor.UnitIds.Contains(c.UnitId) && ids.Contains(c.CitizenId)).Select(c => new { c.Id, c.CitizenId }).ToListAsync(ct);
        var phones = await db.Set<CitizenProfile>().Where(p => actor.UnitIds.Contains(p.UnitId) && hashes.Contains(p.PhoneHash!)).Select(p => new { p.Id, Hash = p.PhoneHash! }).ToListAsync(ct);
        var (byId, byPhone) = (talks.ToLookup(t => t.CitizenId, t => t.Id), phones.ToLookup(p => p.Hash, p => p.Id));
        var people = new HashSet<Guid>();
        foreach (var line in lines)
        {
            var some = byId[line.Id].Concat(line.PhoneHash is { } hash ? byPhone[hash] : []).ToList();
            if (some.Count == 0) faults.Add(new RecipientFault(line.Number, RecipientFile.Masked(line.Id), RecipientProblem.Unknown));
            people.UnionWith(some);
        }
        var tagged = await db.Set<CitizenTag>().Where(t => t.Tag == tag && people.Contains(t.ConversationId)).Select(t => t.ConversationId).ToListAsync(ct);
        db.AddRange(people.Except(tagged).Select(id => new CitizenTag { ConversationId = id, Tag = tag }));
        await db.SaveChangesAsync(ct);
        return people.Count;
    }
}

/// <param name="Found">Conversations that have the tag by this list.</param>
public sealed record ImportedRecipients(string Tag, int Found, IReadOnlyList<RecipientFault> Faults);
