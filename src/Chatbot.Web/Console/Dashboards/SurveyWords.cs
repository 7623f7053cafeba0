using Chatbot.Hotline.After;

namespace Chatbot.Web.Console.Dashboards;

internal static class SurveyWords
{
    public static string Of(SurveyQuestion question) => question switch
    {
        SurveyQuestion.Access => DashboardTexts.SipasAccess,
        SurveyQuestion.Procedure => DashboardTexts.SipasProcedure,
        SurveyQuestion.Staff => DashboardTexts.SipasStaff,
        SurveyQuestion.Result => DashboardTexts.SipasResult,
        _ => DashboardTexts.SipasFeedback,
    };
}
