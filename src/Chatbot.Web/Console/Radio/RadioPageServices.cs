using Chatbot.Officials;
using Chatbot.Web.Console.Audit;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Radio;

internal static class RadioPageServices
{
    public const Right Readers = Right.Editor | Right.Approver;

    public static IServiceCollection AddRadioPages(this IServiceCollection services)
    {
        AuditWords.Add("radio_issue.added", RadioPageTexts.ActionAdded);
        return services.AddScoped<RadioChoices>().AddNavigation(new NavigationItem("/console/radio", RadioPageTexts.Menu, Icon.Megaphone, Readers, 54));
    }
}
