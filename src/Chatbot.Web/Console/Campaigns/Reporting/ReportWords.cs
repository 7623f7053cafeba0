using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Writing;

namespace Chatbot.Web.Console.Campaigns.Reporting;

/// <summary>Our own values as people read them.</summary>
internal static class ReportWords
{
    public static string Of(EffectKind kind) => kind switch
    {
        EffectKind.Answered => ReportTexts.Answered,
        EffectKind.OptedOut => ReportTexts.OptedOut,
        EffectKind.Complaint => ReportTexts.Complaint,
        _ => ReportTexts.Question,
    };

    public static string Of(ClickCounting counting) => counting == ClickCounting.Anonymous ? ReportTexts.ClicksAnonymous : ReportTexts.ClicksByRecipient;
}
