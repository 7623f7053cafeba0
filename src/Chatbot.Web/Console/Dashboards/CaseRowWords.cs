using Chatbot.Hotline.Cases;

namespace Chatbot.Web.Console.Dashboards;

/// <summary>Cases' own words, and those of the figures' filters.</summary>
internal static class CaseRowWords
{
    public static string Of(CaseKind kind) => kind switch
    {
        CaseKind.Question => DashboardTexts.KindQuestion,
        CaseKind.Petition => DashboardTexts.KindPetition,
        CaseKind.Conduct => DashboardTexts.KindConduct,
        CaseKind.Complaint => DashboardTexts.KindComplaint,
        CaseKind.Denunciation => DashboardTexts.KindDenunciation,
        _ => DashboardTexts.KindDataRights,
    };

    public static string Of(CaseState state) => state switch
    {
        CaseState.New => DashboardTexts.StateNew,
        CaseState.Assigned => DashboardTexts.StateAssigned,
        CaseState.InProgress => DashboardTexts.StateInProgress,
        CaseState.WaitingForCitizen => DashboardTexts.WaitingForCitizen,
        CaseState.Forwarded => DashboardTexts.StateForwarded,
        CaseState.Answered => DashboardTexts.StateAnswered,
        CaseState.Closed => DashboardTexts.StateClosed,
        _ => DashboardTexts.StateReopened,
    };

    public static string OfFilter(string state) => state switch
    {
        "unanswered" => DashboardTexts.Unanswered,
        "late" => DashboardTexts.Late,
        "unassigned" => DashboardTexts.Unassigned,
        "waitingforcitizen" => DashboardTexts.WaitingForCitizen,
        "answered" => DashboardTexts.FilterAnswered,
        "closed" => DashboardTexts.FilterClosed,
        "intime" => DashboardTexts.FilterInTime,
        _ => DashboardTexts.FilterOpened,
    };
}
