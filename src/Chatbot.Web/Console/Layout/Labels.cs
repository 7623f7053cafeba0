using System.Globalization;
using Chatbot.Hotline;
using Chatbot.Officials;

namespace Chatbot.Web.Console.Layout;

/// <summary>Our own values as people read them.</summary>
public static class Labels
{
    /// <returns>Names of all rights, separated by commas.</returns>
    public static string Of(Right rights) => string.Join(", ", Rights.Each.Where(right => rights.HasFlag(right)).Select(One));

    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.Province => ConsoleTexts.KindProvince,
        UnitKind.Commune => ConsoleTexts.KindCommune,
        _ => ConsoleTexts.KindSection,
    };

    /// <returns>Local time, for example <c>22/11/2026 08:05</c>.</returns>
    public static string Of(DateTimeOffset time) => WorkingCalendar.Local(time).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string One(Right right) => right switch
    {
        Right.Administrator => ConsoleTexts.RightAdministrator,
        Right.Editor => ConsoleTexts.RightEditor,
        Right.Approver => ConsoleTexts.RightApprover,
        Right.CampaignSender => ConsoleTexts.RightCampaignSender,
        Right.HotlineAgent => ConsoleTexts.RightHotlineAgent,
        Right.Supervisor => ConsoleTexts.RightSupervisor,
        Right.CatalogueEditor => ConsoleTexts.RightCatalogueEditor,
        Right.Auditor => ConsoleTexts.RightAuditor,
        _ => ConsoleTexts.RightShareOnly,
    };
}
