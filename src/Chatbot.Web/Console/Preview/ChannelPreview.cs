using Chatbot.Channels;

namespace Chatbot.Web.Console.Preview;

/// <summary>Messages as each platform would get them, by the same code that sends them.</summary>
public sealed class ChannelPreview(IEnumerable<IChannelSender> senders)
{
    private static readonly Recipient Nobody = new("0", AnonymousConversationId: null);

    public IReadOnlyList<ShownTalk> Of(IReadOnlyList<OutboundMessage> messages) =>
        [.. senders.OrderBy(sender => sender.Channel).Select(sender => new ShownTalk(sender.Channel, [.. messages.SelectMany(message => Shown(sender, message))]))];

    private static IEnumerable<ShownMessage> Shown(IChannelSender sender, OutboundMessage message) =>
        sender.Render(message, Nobody).Select(body => ShownMessage.Of(sender, body));
}
