using Chatbot.Reports;

namespace Chatbot.Web.Console.Dashboards;

internal static class BotWords
{
    public static string Of(BotOutcome outcome) => outcome switch
    {
        BotOutcome.Understood => DashboardTexts.Understood,
        BotOutcome.Clarified => DashboardTexts.Clarified,
        BotOutcome.HandedOver => DashboardTexts.HandedOver,
        _ => DashboardTexts.Declined,
    };
}
