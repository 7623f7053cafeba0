using Chatbot.Officials;
using Chatbot.Web.Console.Audit;
using Chatbot.Web.Console.Cases.After;
using Chatbot.Web.Console.Cases.Compose;
using Chatbot.Web.Console.Cases.Files;
using Chatbot.Web.Console.Cases.Inbox;
using Chatbot.Web.Console.Cases.Notices;
using Chatbot.Web.Console.Cases.One;
using Chatbot.Web.Console.Cases.Settings;
using Chatbot.Web.Console.Cases.Work;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases;

/// <summary>The pages about cases: list, case, composer and what belongs to them.</summary>
internal static class CaseConsole
{
    public static IServiceCollection AddCasePages(this IServiceCollection services)
    {
        services.AddScoped<InboxReader>().AddScoped<BulkServices>().AddScoped<CaseReader>().AddScoped<ComposerReader>().AddScoped<CasePages>().AddScoped<Presses>().AddScoped<SettingsReader>();
        services.AddScoped<IWaiting, WaitingNewsOfMine>().AddScoped<IWaiting, WaitingOffered>().AddScoped<IWaiting, WaitingUnassigned>()
            .AddScoped<IWaiting, WaitingLate>().AddScoped<IWaiting, WaitingApproval>().AddScoped<IWaiting, WaitingNotices>();
        AuditWords.Add("conversation.read", CasesTexts.ActionConversationRead);
        AuditWords.Add("case.changed", CasesTexts.ActionCaseChanged);
        AuditWords.Add("file.read", CasesTexts.ActionFileRead);
        AuditWords.Add("case_setting.changed", CasesTexts.ActionSettingsChanged);
        return services.AddNavigation(
            new NavigationItem("/console/cases", CasesTexts.Cases, Icon.Chat, CaseRights.See, 10),
            new NavigationItem("/console/cases/notices", CasesTexts.Notices, Icon.Clock, CaseRights.See, 11),
            new NavigationItem(SettingsRoutes.Home, CasesTexts.Settings, Icon.Shield, SettingsRoutes.Any, 80));
    }

    public static IEndpointRouteBuilder MapCases(this IEndpointRouteBuilder console)
    {
        console.MapInbox();
        console.MapCaseStream();
        console.MapNotices();
        console.MapSettings();
        var matter = console.MapGroup("/cases/{id:guid}").AddEndpointFilter<CaseDoor>();
        matter.MapOneCase();
        matter.MapWork();
        matter.MapMarks();
        matter.MapAnswers();
        matter.MapFiles();
        matter.MapApology();
        return console;
    }
}
