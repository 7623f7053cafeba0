using Chatbot.Persistence;
using Microsoft.Extensions.Options;

namespace Chatbot.Conversations;

/// <summary>Says so when a citizen whom the bot cannot help would be given no number to call.</summary>
internal sealed class HotlineReporter(IKnowledgeSource knowledge, IOptions<ConversationsOptions> options) : IHealthReporter
{
    public string Name => "hotline";

    public HealthReport Report()
    {
        var isKnown = options.Value.Hotline.Phone.Length > 0 || Knowledge.HotlineOf(knowledge.Current.Offices)?.Phone.Length > 0;
        return isKnown ? HealthReport.Well : new(HealthState.Degraded, "no hotline number is configured (Conversations:Hotline:Phone, or a hotline office in the catalogue)");
    }
}
