namespace Chatbot.Persistence.Migrations;

/// <summary>What the database itself refuses: a series that returns without the approval of what it says now.</summary>
internal static class SeriesGuards
{
    private const string IsUnapproved =
        "NEW.status = 'Repeating' AND (NEW.approver_id IS NULL OR NEW.approved_hash IS NULL OR NEW.approved_hash <> NEW.content_hash OR (NEW.needs_second_look AND NEW.second_approver_id IS NULL))";

    public static IReadOnlyList<string> Sqlite { get; } =
    [
        $"CREATE TRIGGER campaign_repeating_approved BEFORE UPDATE ON campaign WHEN {IsUnapproved} BEGIN SELECT RAISE(ABORT, 'a series returns only as it was approved'); END",
        $"CREATE TRIGGER campaign_repeating_born BEFORE INSERT ON campaign WHEN {IsUnapproved} BEGIN SELECT RAISE(ABORT, 'a series returns only as it was approved'); END",
    ];

    public static IReadOnlyList<string> Postgres { get; } =
    [
        $"ALTER TABLE campaign ADD CONSTRAINT ck_campaign_repeating CHECK (NOT ({IsUnapproved.Replace("NEW.", "", StringComparison.Ordinal)}))",
    ];
}
