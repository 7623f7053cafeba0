using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Officials.Audit;

/// <summary>How an entry's hash is made: SHA-256 over every field with its length, the previous hash among them.</summary>
public static class AuditChain
{
    /// <summary>Stands before the first entry.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <returns>64 hexadecimal digits.</returns>
    public static string HashOf(AuditEntry entry)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in Fields(entry)) Add(sha, field);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>As precise as both databases keep it.</summary>
    public static DateTimeOffset Microseconds(DateTimeOffset time) => new(time.UtcTicks / 10 * 10, TimeSpan.Zero);

    private static IEnumerable<string> Fields(AuditEntry entry) =>
    [
        FormattableString.Invariant($"{entry.Sequence}"), FormattableString.Invariant($"{entry.At.UtcTicks / 10}"), entry.OfficialId?.ToString("N") ?? "",
        entry.UnitId.ToString("N"), entry.Address, entry.Action, entry.SubjectKind, entry.SubjectId, entry.Details, entry.PreviousHash,
    ];

    private static void Add(IncrementalHash sha, string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        sha.AppendData(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{bytes.Length}:")));
        sha.AppendData(bytes);
    }
}
