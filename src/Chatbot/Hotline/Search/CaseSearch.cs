using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Chatbot.Persistence;
using Chatbot.Understanding.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chatbot.Hotline.Search;

/// <summary>Finds cases by whole words, without accents and in any order, though everything that people wrote is encrypted.</summary>
public sealed class CaseSearch(ISecretBox box, ILogger<CaseSearch> logger)
{
    private const int MostWords = 600;
    private byte[]? known;
    private bool drewIt;

    /// <summary>Makes these words findable; what is there already is left alone. Part of the caller's transaction.</summary>
    public async Task IndexAsync(ChatbotDb db, Guid caseId, string text, CancellationToken ct)
    {
        var words = await FingerprintsAsync(db, text, ct);
        if (words.Count == 0) return;
        var there = await db.Set<CaseWord>().Where(w => w.CaseId == caseId && words.Contains(w.Word)).Select(w => w.Word).ToListAsync(ct);
        there.AddRange(db.ChangeTracker.Entries<CaseWord>().Where(e => e.Entity.CaseId == caseId).Select(e => e.Entity.Word));
        db.AddRange(words.Except(there).Select(word => new CaseWord { CaseId = caseId, Word = word }));
    }

    /// <returns>One fingerprint a distinct word; empty: the text holds no word.</returns>
    public async Task<IReadOnlyList<long>> FingerprintsAsync(ChatbotDb db, string text, CancellationToken ct)
    {
        var words = Words(text).Distinct(StringComparer.Ordinal).Take(MostWords).ToList();
        if (words.Count == 0) return [];
        if (await KeyAsync(db, ct) is not { } key) return [];
        return [.. words.Select(word => Fingerprint(key, word)).Distinct()];
    }

    /// <summary>"Đất đai, ổ gà!" → dat, dai, o, ga.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var plain = VietnameseText.Normalise(text);
        for (var start = 0; start < plain.Length;)
        {
            var end = start;
            while (end < plain.Length && char.IsLetterOrDigit(plain[end])) end++;
            if (end > start) yield return Letters.Fold(plain[start..end]);
            start = Math.Max(end, start + 1);
        }
    }

    private static long Fingerprint(byte[] key, string word) =>
        BinaryPrimitives.ReadInt64BigEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(word)));

    /// <summary>Drawn once, by whoever is first; two at once agree on the row that stands.</summary>
    /// <returns>Null: it cannot be read any more. A case must not be lost because nobody can search for it.</returns>
    private async Task<byte[]?> KeyAsync(ChatbotDb db, CancellationToken ct)
    {
        if (known is not null) return known;
        if (await StoredAsync(db, ct) is not { } stored)
        {
            drewIt = true;
            var drawn = box.Protect(RandomNumberGenerator.GetBytes(32));
            await db.Database.ExecuteSqlAsync($"INSERT INTO search_key (id, secret) VALUES (1, {drawn}) ON CONFLICT (id) DO NOTHING", ct);
            stored = await StoredAsync(db, ct) ?? throw new InvalidOperationException("The search key was not stored");
        }
        if (!box.TryUnprotect(stored, out var key))
        {
            logger.SearchKeyGone();
            return null;
        }
        // Drawn here, the transaction that stores it may still be undone: this process goes on looking it up.
        if (!drewIt) known = key;
        return key;
    }

    private static Task<byte[]?> StoredAsync(ChatbotDb db, CancellationToken ct) =>
        db.Set<SearchKey>().Where(k => k.Id == 1).Select(k => k.Secret).FirstOrDefaultAsync(ct)!;
}
