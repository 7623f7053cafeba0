using System.ComponentModel.DataAnnotations;

namespace Chatbot.Hotline;

/// <summary>Section "Cases": how long things last and what a person must agree to.</summary>
public sealed class CaseOptions
{
    public const string Section = "Cases";

    /// <summary>Open office time within which an official answers first; the citizen is told the resulting hour.</summary>
    [Range(typeof(TimeSpan), "00:15:00", "10.00:00:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromHours(8);

    /// <summary>After this time a talk that was with an official belongs to the bot again, unless it is handed back before.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan OfficialSilence { get; set; } = TimeSpan.FromHours(2);

    /// <summary>An answered case that the citizen leaves so is closed after this time.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "60.00:00:00")]
    public TimeSpan CloseAnsweredAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>What was written in a talk stays readable for officials while a case is open and this long after it was closed.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan KeepTalk { get; set; } = TimeSpan.FromDays(90);

    /// <summary>A closed case is deleted with everything about it after this time.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "7300.00:00:00")]
    public TimeSpan KeepCases { get; set; } = TimeSpan.FromDays(1825);

    /// <summary>Kinds whose answers a second person approves, names separated by commas; empty: none.</summary>
    [RegularExpression(@"\s*((Question|Petition|Conduct|Complaint|Denunciation|DataRights)\s*(,\s*|$))*", ErrorMessage = "Cases:ApprovedKinds holds kinds separated by commas.")]
    public string ApprovedKinds { get; set; } = "Complaint,Denunciation";

    /// <summary>New cases go to whoever has the fewest; false: officials take them.</summary>
    public bool AssignAutomatically { get; set; } = true;

    /// <summary>"Đang xem" and "đang trả lời" are forgotten after this time without a sign.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan PresenceLasts { get; set; } = TimeSpan.FromSeconds(45);

    public bool NeedsApproval(Cases.CaseKind kind) => ApprovedKinds.Split(',', StringSplitOptions.TrimEntries).Contains(kind.ToString());
}
