using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Account;
using Chatbot.Web.Console.Answers;
using Chatbot.Web.Console.ApiKeys;
using Chatbot.Web.Console.Campaigns;
using Chatbot.Web.Console.Cases;
using Chatbot.Web.Console.Catalogue;
using Chatbot.Web.Console.Dashboards;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Live;
using Chatbot.Web.Console.Officials;
using Chatbot.Web.Console.Phrases;
using Chatbot.Web.Console.Radio;
using Chatbot.Web.Console.SignIn;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Chatbot.Web.Console;

public static class ConsoleServices
{
    /// <summary>The pages for officials. Needs <c>AddOfficials</c> and <c>AddMessaging</c>.</summary>
    public static IHostApplicationBuilder AddConsole(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        if (builder.Environment.IsDevelopment()) TryOutWithoutApp(builder.Configuration);
        services.AddRazorComponents();
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));   // Vietnamese as it is, a third of the bytes
        services.AddHttpContextAccessor();
        services.AddAntiforgery(forms => (forms.Cookie.Name, forms.Cookie.Path, forms.SuppressXFrameOptionsHeader) = ("chatbot-form", "/console", true));
        services.AddAuthentication(ConsoleAccess.Scheme).AddCookie(ConsoleAccess.Scheme, ConsoleCookie.Configure);
        services.AddAuthorizationBuilder().SetDefaultPolicy(ConsoleAccess.SignedIn).SetFallbackPolicy(ConsoleAccess.SignedIn);
        services.AddRateLimiter(limits => Limit(limits));
        services.AddScoped<ConsoleContext>().AddScoped<ListPages>().AddScoped<AccountReader>().AddScoped<OfficialReader>().AddSingleton<SecondStepCookie>().AddSingleton<LiveFragment>().AddSingleton<SharedLooks>().AddSingleton<LinkAddress>().AddSingleton<WaitingNews>();
        services.AddScoped<IWaiting, UnacceptedInvitations>().AddScoped<IWaiting, LockedOutOfficials>();
        services.AddPhrasePages();
        services.AddCasePages();
        services.AddNavigation(
            new NavigationItem("/console", ConsoleTexts.FirstPage, Icon.Home, Right.None, 0),
            new NavigationItem("/console/officials", ConsoleTexts.Officials, Icon.People, Right.Administrator, 90),
            new NavigationItem("/console/units", ConsoleTexts.Units, Icon.Tree, Right.Administrator, 91),
            new NavigationItem("/console/audit", ConsoleTexts.Audit, Icon.List, Right.Administrator | Right.Auditor, 92));
        services.AddApiKeyPages().AddAnswerPages().AddCampaignPages().AddRadioPages().AddCataloguePages().AddDashboards();
        return builder;
    }

    // Whoever only tries the service out need not fetch a telephone.
    private static void TryOutWithoutApp(IConfigurationManager configuration)
    {
        const string key = "Officials:TwoFactorFor";
        if (string.IsNullOrEmpty(configuration[key])) configuration.AddInMemoryCollection([new(key, nameof(Right.None))]);
    }

    private static void Limit(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(SignInRoutes.Limit, http => RateLimitPartition.GetFixedWindowLimiter(ConsoleContext.AddressOf(http), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = http.RequestServices.GetRequiredService<IOptions<OfficialsOptions>>().Value.SignInsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));
    }
}
