using Chatbot.Officials.Audit;

namespace Chatbot.Tests.Officials;

public sealed class AuditHashTests
{
    private static readonly AuditEntry Entry = Make();

    public static TheoryData<string, AuditEntry> Others => new()
    {
        { "sequence", Make(sequence: 8) }, { "time", Make(micros: 1) }, { "who", Make(official: Guid.NewGuid()) }, { "unit", Make(unit: Guid.NewGuid()) },
        { "address", Make(address: "::1") }, { "action", Make(action: "a.c") }, { "kind", Make(kind: "unit") }, { "subject", Make(subject: "43") },
        { "details", Make(details: "{}") }, { "previous", Make(previous: "ff") },
        { "a letter moved to the next field", Make(kind: "official4", subject: "2") },
    };

    [Fact]
    public void The_same_entry_has_the_same_hash_always() =>
        Assert.Equal(AuditChain.HashOf(Entry), AuditChain.HashOf(Make()));

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_field_counts(string field, AuditEntry other) =>
        Assert.True(AuditChain.HashOf(Entry) != AuditChain.HashOf(other), field);

    private static AuditEntry Make(
        long sequence = 7, long micros = 0, Guid? official = null, Guid unit = default, string address = "127.0.0.1", string action = "a.b", string kind = "official",
        string subject = "42", string details = "", string previous = AuditChain.Start) => new()
        {
            Sequence = sequence,
            At = DateTimeOffset.UnixEpoch.AddTicks(micros * 10),
            OfficialId = official,
            UnitId = unit,
            Address = address,
            Action = action,
            SubjectKind = kind,
            SubjectId = subject,
            Details = details,
            PreviousHash = previous,
            Hash = "",
        };
}
