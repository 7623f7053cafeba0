using Chatbot.Channels.Zalo;
using Chatbot.Conversations;
using Chatbot.Messaging;
using Chatbot.Officials;

namespace Chatbot.Web.Jobs;

/// <summary>Everything that returns by the clock.</summary>
internal static class JobList
{
    public static IReadOnlyList<RecurringJob> All { get; } =
    [
        new("sweep", "0/30 * * * * ?", (services, ct) => services.GetRequiredService<Sweeper>().SweepAsync(ct)),
        new("refresh-zalo-tokens", "10 * * * * ?", (services, ct) => services.GetRequiredService<ZaloTokens>().RefreshDueAsync(ct)),
        new("erase-citizens", "5/20 * * * * ?",   // the citizen was told "right after this message"
            (services, ct) => services.GetRequiredService<CitizenEraser>().CarryOutAsync(ct)),
        new("apply-retention", "0 40 2 * * ?", (services, ct) => services.GetRequiredService<Retention>().ApplyAsync(ct)),
        new("forget-old-sessions", "0 50 2 * * ?", (services, ct) => services.GetRequiredService<Sessions>().ForgetOldAsync(ct)),
    ];
}
