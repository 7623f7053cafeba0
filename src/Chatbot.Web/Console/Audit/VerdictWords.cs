using Chatbot.Officials.Audit;

namespace Chatbot.Web.Console.Audit;

/// <summary>What was found of the trail, in words that say where to look.</summary>
internal static class VerdictWords
{
    /// <param name="verdict">Null: what was entered is no mark, and nothing was looked at.</param>
    public static string Of(AuditVerdict? verdict) => verdict switch
    {
        null => AuditTexts.NoMark,
        AuditVerdict.Intact { Head: var head } => AuditTexts.Intact(head.Sequence, head),
        AuditVerdict.Altered { Sequence: var row } => AuditTexts.Altered(row),
        AuditVerdict.Missing { Sequence: var row } => AuditTexts.Missing(row),
        AuditVerdict.CutOff { Last: var last, Expected: var expected } => AuditTexts.CutOff(last + 1, expected),
        AuditVerdict.Replaced { Sequence: var row } => AuditTexts.Replaced(row),
        _ => AuditTexts.HeadWrong,
    };
}
