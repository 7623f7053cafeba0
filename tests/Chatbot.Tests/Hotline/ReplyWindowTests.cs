using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Chatbot.Hotline.Answering;
using Chatbot.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Chatbot.Tests.Hotline;

/// <summary>What each platform lets through, hour by hour after the citizen's last act.</summary>
public sealed class ReplyWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly ReplyWindows Windows = Build();

    [Theory]
    [InlineData(Channel.Facebook, true, 0, ReplyWay.Free, ReplyWay.AsHumanAgent)]
    [InlineData(Channel.Facebook, true, 23.9, ReplyWay.Free, ReplyWay.AsHumanAgent)]
    [InlineData(Channel.Facebook, true, 24, ReplyWay.AsHumanAgent, ReplyWay.WaitForCitizen)]
    [InlineData(Channel.Facebook, true, 167.9, ReplyWay.AsHumanAgent, ReplyWay.WaitForCitizen)]
    [InlineData(Channel.Facebook, true, 168, ReplyWay.WaitForCitizen, ReplyWay.WaitForCitizen)]
    [InlineData(Channel.Facebook, false, 23.9, ReplyWay.Free, ReplyWay.WaitForCitizen)]
    [InlineData(Channel.Facebook, false, 24, ReplyWay.WaitForCitizen, ReplyWay.WaitForCitizen)]
    [InlineData(Channel.Zalo, true, 47.9, ReplyWay.Free, ReplyWay.Paid)]
    [InlineData(Channel.Zalo, false, 48, ReplyWay.Paid, ReplyWay.WaitForCitizen)]
    [InlineData(Channel.Zalo, false, 168, ReplyWay.WaitForCitizen, ReplyWay.WaitForCitizen)]
    public void The_window_follows_the_platforms_rules(Channel channel, bool hasHumanAgent, double hours, ReplyWay way, ReplyWay then)
    {
        var window = Of(channel, hasHumanAgent, Now.AddHours(-hours));
        Assert.Equal((way, then), (window.Way, window.Then));
        Assert.Equal(way == ReplyWay.Paid ? 55 : 0, window.Price);
        Assert.Equal(way == ReplyWay.WaitForCitizen, window.ClosesAt is null);
        if (window.ClosesAt is { } closes) Assert.True(closes > Now);
    }

    [Fact]
    public void A_citizen_who_never_acted_cannot_be_written_to() => Assert.Equal(ReplyWindow.Shut, Of(Channel.Facebook, true, null));

    [Fact]
    public void An_anonymous_visitor_gets_no_paid_message() =>
        Assert.Equal(ReplyWindow.Shut, Windows.Of(Talk(Channel.Zalo, Now.AddHours(-50), "conversation-1"), Account(Channel.Zalo, false), Now));

    private static ReplyWindow Of(Channel channel, bool hasHumanAgent, DateTimeOffset? last) => Windows.Of(Talk(channel, last, null), Account(channel, hasHumanAgent), Now);

    private static Conversation Talk(Channel channel, DateTimeOffset? last, string? anonymous) =>
        new() { CitizenId = "c", Channel = channel, LastInboundAt = last, AnonymousConversationId = anonymous };

    private static ChannelAccount Account(Channel channel, bool hasHumanAgent) => new() { PlatformId = "p", Channel = channel, HasHumanAgent = hasHumanAgent };

    private static ReplyWindows Build()
    {
        var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        return new ReplyWindows(services.GetRequiredService<IOptionsMonitor<FacebookOptions>>(), services.GetRequiredService<IOptionsMonitor<ZaloOptions>>());
    }
}
