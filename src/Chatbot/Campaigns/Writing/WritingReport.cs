using Chatbot.Campaigns.Writing.Clarity;
using Chatbot.Campaigns.Writing.Legal;
using Chatbot.Campaigns.Writing.Spelling;

namespace Chatbot.Campaigns.Writing;

/// <summary>What the service says to whoever writes: how clear it is, what is misspelt, what is cited and whether that is in force.</summary>
/// <param name="Clarity">Of the Vietnamese text.</param>
/// <param name="Confirmed">Marks that the writer stands by.</param>
public sealed record WritingReport(ClarityScore Clarity, IReadOnlyList<SpellingFinding> Spelling, IReadOnlyList<CitedDocument> Cited, IReadOnlyList<string> Confirmed)
{
    /// <summary>Under which the writer confirms what looks wrong, see <see cref="CampaignDraft.Confirmed"/>.</summary>
    public static string MarkOf(SpellingFinding finding) => $"so:{finding.Written}";

    public bool IsConfirmed(string mark) => Confirmed.Contains(mark);

    /// <summary>What stands in the way of submitting it.</summary>
    public IEnumerable<CampaignFault> Faults()
    {
        if (Cited.Any(cited => cited.Status == LegalStatus.Repealed && !IsConfirmed(cited.Mark))) yield return CampaignFault.Repealed;
        if (Spelling.Any(finding => finding.IsWrong && !IsConfirmed(MarkOf(finding)))) yield return CampaignFault.WrongNumber;
    }
}
