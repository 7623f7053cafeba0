using System.Collections.Concurrent;

namespace Chatbot.Web.Console.Audit;

/// <summary>Actions as people read them. A capability adds its own when it starts.</summary>
public static class AuditWords
{
    private static readonly ConcurrentDictionary<string, string> Words = new(new Dictionary<string, string>
    {
        ["official.added"] = AuditTexts.ActionOfficialAdded,
        ["official.changed"] = AuditTexts.ActionOfficialChanged,
        ["official.signed_in"] = AuditTexts.ActionOfficialSignedIn,
        ["official.signed_out"] = AuditTexts.ActionOfficialSignedOut,
        ["official.sign_in_refused"] = AuditTexts.ActionOfficialSignInRefused,
        ["official.locked_out"] = AuditTexts.ActionOfficialLockedOut,
        ["official.link_issued"] = AuditTexts.ActionOfficialLinkIssued,
        ["official.two_factor_on"] = AuditTexts.ActionOfficialTwoFactorOn,
        ["official.two_factor_off"] = AuditTexts.ActionOfficialTwoFactorOff,
        ["official.recovery_codes_renewed"] = AuditTexts.ActionOfficialRecoveryCodesRenewed,
        ["official.recovery_code_used"] = AuditTexts.ActionOfficialRecoveryCodeUsed,
        ["unit.added"] = AuditTexts.ActionUnitAdded,
        ["unit.changed"] = AuditTexts.ActionUnitChanged,
        ["list.exported"] = AuditTexts.ActionListExported,
        ["audit.verified"] = AuditTexts.ActionAuditVerified,
    });

    public static IEnumerable<(string Action, string Words)> All => Words.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Value, StringComparer.Ordinal);

    /// <returns>The action itself where there are no words for it.</returns>
    public static string Of(string action) => Words.GetValueOrDefault(action, action);

    public static void Add(string action, string words) => Words[action] = words;
}
