using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Dashboards;

internal static class DashboardServices
{
    /// <summary>Needs <c>AddReports</c>.</summary>
    public static IServiceCollection AddDashboards(this IServiceCollection services) =>
        services.AddNavigation(new NavigationItem(DashboardRoutes.Path, DashboardTexts.Title, Icon.Chart, DashboardRoutes.Readers, 40));
}
