namespace Chatbot.Persistence.Migrations;

/// <summary>What the database itself refuses: an approval by anybody who wrote in the campaign, however the row is changed.</summary>
internal static class CampaignGuards
{
    private const string IsOwnWork = "EXISTS (SELECT 1 FROM campaign_writer w WHERE w.campaign_id = NEW.id AND (w.official_id = NEW.approver_id OR w.official_id = NEW.second_approver_id))";

    public static IReadOnlyList<string> Sqlite { get; } =
    [
        $"CREATE TRIGGER campaign_second_person BEFORE UPDATE ON campaign WHEN {IsOwnWork} BEGIN SELECT RAISE(ABORT, 'whoever wrote in a campaign cannot approve it'); END",
        """
        CREATE TRIGGER campaign_writer_not_approver BEFORE INSERT ON campaign_writer
        WHEN EXISTS (SELECT 1 FROM campaign c WHERE c.id = NEW.campaign_id AND (c.approver_id = NEW.official_id OR c.second_approver_id = NEW.official_id))
        BEGIN SELECT RAISE(ABORT, 'whoever approved a campaign writes in it only after the approval is taken back'); END
        """,
    ];

    public static IReadOnlyList<string> Postgres { get; } =
    [
        $"""
        CREATE FUNCTION campaign_second_person() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF {IsOwnWork} THEN RAISE EXCEPTION 'whoever wrote in a campaign cannot approve it'; END IF; RETURN NEW; END $$
        """,
        "CREATE TRIGGER campaign_second_person BEFORE UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION campaign_second_person()",
        """
        CREATE FUNCTION campaign_writer_not_approver() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF EXISTS (SELECT 1 FROM campaign c WHERE c.id = NEW.campaign_id AND (c.approver_id = NEW.official_id OR c.second_approver_id = NEW.official_id))
        THEN RAISE EXCEPTION 'whoever approved a campaign writes in it only after the approval is taken back'; END IF; RETURN NEW; END $$
        """,
        "CREATE TRIGGER campaign_writer_not_approver BEFORE INSERT ON campaign_writer FOR EACH ROW EXECUTE FUNCTION campaign_writer_not_approver()",
    ];
}
