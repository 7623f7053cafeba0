using Chatbot.Campaigns;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Chatbot.Hotline;
using Chatbot.Testing;

namespace Chatbot.Tests.Campaigns;

public sealed class CampaignRulesTests
{
    private static readonly CampaignContent Words = new("Tiêu đề", "Nội dung {don_vi}");

    [Fact]
    public void Outreach_goes_by_no_template_and_a_personal_notice_not_in_public()
    {
        Assert.Contains(CampaignFault.Purpose, Faults(Purpose.Outreach, new SendingMethods(FacebookMethod.Utility, null) { FacebookTemplate = "a" }));
        Assert.Contains(CampaignFault.Purpose, Faults(Purpose.Outreach, new SendingMethods(null, ZaloMethod.Template) { ZaloTemplate = "1" }));
        Assert.Contains(CampaignFault.Purpose, Faults(Purpose.PersonalNotice, new SendingMethods(FacebookMethod.PagePost, null)));
        Assert.Empty(Faults(Purpose.PersonalNotice, new SendingMethods(FacebookMethod.Utility, ZaloMethod.Template) { FacebookTemplate = "a", ZaloTemplate = "1" }));
        Assert.Empty(Faults(Purpose.Outreach, new SendingMethods(FacebookMethod.Update, null)));
    }

    [Fact]
    public void A_broadcast_goes_to_the_followers_that_were_chosen_in_the_codes_of_Zalo()
    {
        var target = new BroadcastTarget { Ages = [4, 3], Gender = 2, Cities = [9] }.Tidied()!;
        Assert.Contains("\"target\":{\"ages\":\"3,4\",\"gender\":\"2\",\"cities\":\"9\"}", ZaloArticles.WriteBroadcast("a1", target), StringComparison.Ordinal);
        Assert.Contains("\"target\":{}", ZaloArticles.WriteBroadcast("a1", target: null), StringComparison.Ordinal);
        var draft = SomeCampaign.Draft() with { Methods = new SendingMethods(null, ZaloMethod.Broadcast), Target = target };
        Assert.DoesNotContain(CampaignFault.Target, Look(draft));
        foreach (var wrong in new[] { target with { Ages = [8] }, target with { Gender = 3 }, target with { Cities = [-1] }, target with { Phones = [0] }, target with { Regions = [3] } })
            Assert.Contains(CampaignFault.Target, Look(draft with { Target = wrong }));
    }

    [Fact]
    public void Consultation_is_off_until_the_office_confirms_the_policy()
    {
        var methods = new SendingMethods(null, ZaloMethod.Consultation);
        Assert.Equal([CampaignFault.Consultation], Faults(Purpose.Outreach, methods));
        Assert.Empty(Faults(Purpose.Outreach, methods, new CampaignOptions { ZaloConsultation = true }));
    }

    [Fact]
    public void Marks_that_nobody_fills_and_texts_of_two_messages_are_told()
    {
        Assert.Contains(CampaignFault.Placeholder, Faults(Purpose.Outreach, new SendingMethods(FacebookMethod.Update, null), content: Words with { Text = "Chào {ten}" }));
        Assert.Contains(CampaignFault.TooLong, Faults(Purpose.Outreach, new SendingMethods(FacebookMethod.Update, null), content: Words with { Text = new string('a', 3_000) }));
        Assert.Contains(CampaignFault.NoMethod, Faults(Purpose.Outreach, new SendingMethods(FacebookMethod.Update, ZaloMethod.Broadcast)));
        Assert.Contains(CampaignFault.PublicParts, Faults(Purpose.Outreach, new SendingMethods(null, ZaloMethod.Broadcast)));
        Assert.Empty(Faults(Purpose.Outreach, new SendingMethods(null, ZaloMethod.Broadcast), content: Words with { PictureUrl = "https://example.gov.vn/a.jpg" }));
    }

    [Theory]
    [InlineData("2026-11-23T02:00:00Z", null)]                       // Monday 9:00
    [InlineData("2026-11-23T14:00:00Z", "2026-11-24T00:30:00Z")]     // Monday 21:00
    [InlineData("2026-11-22T03:00:00Z", "2026-11-23T00:30:00Z")]     // Sunday 10:00
    [InlineData("2026-11-21T15:00:00Z", "2026-11-23T00:30:00Z")]     // Saturday 22:00, Sunday is quiet too
    [InlineData("2025-01-28T03:00:00Z", "2025-02-03T00:30:00Z")]     // Tết Ất Tỵ, until 2 February
    public void Nothing_is_sent_at_night_on_Sundays_and_at_Tet(string now, string? opens)
    {
        var hours = new SendingHours(WorkingCalendar.Shipped, new FixedOptions<CampaignOptions>(new CampaignOptions()));
        Assert.Equal(opens is null ? null : DateTimeOffset.Parse(opens, System.Globalization.CultureInfo.InvariantCulture), hours.ClosedUntil(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Too_many_errors_of_the_last_ones_stop_a_campaign()
    {
        var watch = new ErrorWatch(sample: 10, share: 0.3);
        Assert.DoesNotContain(true, Enumerable.Range(0, 100).Select(i => watch.Add(i % 5 == 0)));
        Assert.Contains(true, Enumerable.Range(0, 10).Select(_ => watch.Add(true)));
        Assert.DoesNotContain(true, Enumerable.Range(0, 9).Select(_ => watch.Add(true)));   // counted anew
    }

    [Fact]
    public void Campaigns_leave_their_share_of_every_rate_to_replies()
    {
        var app = RateBuckets.Of(ZaloLimits.BuiltIn[0].AppRate);
        Assert.Equal(3_200, app.Burst + app.FlowPerSecond * 60, 3);   // 80 % of 4,000 a minute
        var page = RateBuckets.Of(new RateLimit("page", FacebookLimits.BuiltIn[0].OutreachPerSecond, TimeSpan.FromSeconds(1), 0));
        Assert.Equal(32, page.Burst + page.FlowPerSecond, 3);
    }

    private static IReadOnlyList<CampaignFault> Faults(Purpose purpose, SendingMethods methods, CampaignOptions? options = null, CampaignContent? content = null) =>
        Look(SomeCampaign.Draft() with { Purpose = purpose, Methods = methods, Content = content ?? Words, Variants = [] }, options);

    private static IReadOnlyList<CampaignFault> Look(CampaignDraft draft, CampaignOptions? options = null) =>
        new CampaignCheck(new DeliveryBodies([new RenderOnly(Channel.Facebook), new RenderOnly(Channel.Zalo)]), new FixedOptions<CampaignOptions>(options ?? new CampaignOptions())).Look(draft);

    /// <summary>Renders as the real senders do; sends nothing.</summary>
    private sealed class RenderOnly(Channel channel) : IChannelSender
    {
        public Channel Channel => channel;

        public IReadOnlyList<string> Render(OutboundMessage message, Recipient recipient) => channel == Channel.Zalo
            ? ZaloMessageMapper.Render(message, recipient, ZaloLimits.BuiltIn[0], useButtons: true) : new FacebookMessageMapper(FacebookLimits.BuiltIn[0]).Render(message, recipient.CitizenId);

        public string? RenderFile(OutboundFile file, Recipient recipient) => null;

        public string TextOf(string body) => body;

        public Task<SendOutcome> SendAsync(OutgoingPart part, CancellationToken ct) => throw new NotSupportedException();
    }
}
