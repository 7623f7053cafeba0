using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Sending;

/// <summary>What is to be written about a delivery that this process has sent or tried to.</summary>
/// <param name="Claim">See <see cref="Delivery.Claim"/>: an outcome counts once, and only for the claim that it came from.</param>
/// <param name="NotBefore">Only for <see cref="DeliveryStatus.Planned"/>.</param>
internal sealed record DeliveryOutcome(long Id, long Claim, DeliveryStatus Status, string? MessageId = null, string? Reason = null, int? Code = null, DateTimeOffset? NotBefore = null);

/// <summary>Writes many outcomes in one commit.</summary>
internal sealed partial class DeliveryOutcomes(IDbContextFactory<ChatbotDb> databases, DatabaseInfo database, WriteGate gate, WorkerLease lease, TimeProvider clock)
{
    private bool IsPostgres => database.Kind == DatabaseKind.PostgreSql;

    /// <summary>Our own late outcome still corrects a delivery that another process has called unknown meanwhile.</summary>
    public async Task<int> SettleAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = JsonSerializer.Serialize([.. outcomes.OrderBy(o => o.Id).Select(o => new Row(
            o.Id, o.Claim, o.Status.ToString(), o.MessageId, o.Reason, o.Code, TimeOf(o.NotBefore), TimeOf(o.Status == DeliveryStatus.Sent ? now : null)))], OutcomeJson.Default.RowArray);
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Database.ExecuteSqlRawAsync(IsPostgres ? Postgres : Sqlite, [rows, lease.Id], ct);
    }

    private object? TimeOf(DateTimeOffset? time) => time is not { } at ? null
        : IsPostgres ? at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) : Conventions.Microseconds(at);

    private const string Assignments = """
        UPDATE delivery AS d SET status = v.status, platform_message_id = COALESCE(v.message_id, d.platform_message_id), reason = v.reason, platform_code = v.code,
          not_before = COALESCE(v.not_before, d.not_before), sent_at = COALESCE(v.sent_at, d.sent_at),
          attempts = d.attempts + CASE WHEN v.status = 'Planned' THEN 1 ELSE 0 END,
          left_at = CASE WHEN v.status = 'Planned' THEN NULL ELSE d.left_at END,
          lease_owner = CASE WHEN v.status = 'Planned' THEN NULL ELSE d.lease_owner END
        """;

    private const string Ours = " AS v WHERE d.id = v.id AND d.claim = v.claim AND d.lease_owner = {1} AND d.status IN ('Claimed', 'Sending', 'Unknown')";

    private const string Postgres = Assignments +
        "\nFROM jsonb_to_recordset({0}::jsonb)" + " AS v(id bigint, claim bigint, status text, message_id text, reason text, code integer, not_before timestamptz, sent_at timestamptz) "
        + "WHERE d.id = v.id AND d.claim = v.claim AND d.lease_owner = {1} AND d.status IN ('Claimed', 'Sending', 'Unknown')";

    private const string Sqlite = Assignments + """

        FROM (SELECT value ->> 'id' AS id, value ->> 'claim' AS claim, value ->> 'status' AS status, value ->> 'message_id' AS message_id, value ->> 'reason' AS reason,
          value ->> 'code' AS code, value ->> 'not_before' AS not_before, value ->> 'sent_at' AS sent_at FROM json_each({0}))
        """ + Ours;

    internal sealed record Row(long Id, long Claim, string Status, string? MessageId, string? Reason, int? Code, object? NotBefore, object? SentAt);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Row[]))]
    [JsonSerializable(typeof(string))]
    [JsonSerializable(typeof(long))]
    internal sealed partial class OutcomeJson : JsonSerializerContext;
}
