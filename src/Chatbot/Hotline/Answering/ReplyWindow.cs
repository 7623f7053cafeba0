using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Chatbot.Messaging;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Answering;

/// <summary>What the platform lets an official write to this citizen now, until when, and what comes after.</summary>
/// <param name="ClosesAt">When <paramref name="Way"/> ends and <paramref name="Then"/> begins; null: it does not end on its own.</param>
/// <param name="Price">VND a message; 0: free.</param>
public sealed record ReplyWindow(ReplyWay Way, DateTimeOffset? ClosesAt, ReplyWay Then, decimal Price)
{
    public static readonly ReplyWindow Shut = new(ReplyWay.WaitForCitizen, null, ReplyWay.WaitForCitizen, 0);

    /// <param name="lastInboundAt">The citizen's last act; null: none, so the platform lets nothing through.</param>
    /// <param name="free">How long a reply is free.</param>
    /// <param name="all">How long it is accepted at all in the way <paramref name="after"/>.</param>
    /// <param name="after">WaitForCitizen: nothing comes after the free time.</param>
    /// <param name="price">VND a message in that later time.</param>
    /// <param name="now">Now.</param>
    public static ReplyWindow Of(DateTimeOffset? lastInboundAt, TimeSpan free, TimeSpan all, ReplyWay after, decimal price, DateTimeOffset now)
    {
        if (lastInboundAt is not { } last) return Shut;
        if (now < last + free) return new(ReplyWay.Free, last + free, after, 0);
        return after != ReplyWay.WaitForCitizen && now < last + all ? new(after, last + all, ReplyWay.WaitForCitizen, price) : Shut;
    }
}

/// <summary>Free: like any reply. AsHumanAgent: marked as written by a person, by a signed-in person's click only (Facebook). Paid: costs money that somebody
/// must agree to (Zalo). WaitForCitizen: the answer waits for the citizen's next message.</summary>
public enum ReplyWay { Free, AsHumanAgent, Paid, WaitForCitizen }

/// <summary>The platforms' dated rules as a window.</summary>
public sealed class ReplyWindows(IOptionsMonitor<FacebookOptions> facebook, IOptionsMonitor<ZaloOptions> zalo)
{
    /// <summary>A reply on its way when the window closes is refused; so nothing leaves in its last minute.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    public ReplyWindow Of(Conversation conversation, ChannelAccount account, DateTimeOffset now) => conversation.Channel switch
    {
        Channel.Facebook => OfFacebook(conversation, account, FacebookLimits.InForce(facebook.CurrentValue, now), now),
        _ => OfZalo(conversation, ZaloLimits.InForce(zalo.CurrentValue, now), now),
    };

    private static ReplyWindow OfFacebook(Conversation talk, ChannelAccount account, FacebookLimits limits, DateTimeOffset now) => ReplyWindow.Of(
        talk.LastInboundAt, limits.ReplyWindow - Margin, limits.HumanAgentWindow - Margin,
        account.HasHumanAgent ? ReplyWay.AsHumanAgent : ReplyWay.WaitForCitizen, 0, now);

    // A visitor of the anonymous web chat is gone with the page: no paid message reaches them.
    private static ReplyWindow OfZalo(Conversation talk, ZaloLimits limits, DateTimeOffset now) => ReplyWindow.Of(
        talk.LastInboundAt, limits.FreeReplyWindow - Margin, limits.ReplyWindow - Margin,
        talk.AnonymousConversationId is null ? ReplyWay.Paid : ReplyWay.WaitForCitizen, limits.PaidReplyPrice, now);
}
