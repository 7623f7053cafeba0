using System.Security.Cryptography;
using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Writing;

namespace Chatbot.Tests.Campaigns;

public sealed class ShortLinkTests
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void A_signed_code_is_read_back_and_no_other_number_fits_its_signature()
    {
        var text = ShortCode.Write("abcdefghij", Secret, 42);
        Assert.True(ShortCode.Read(text)!.IsSignedWith(Secret));
        Assert.Equal(42, ShortCode.Read(text)!.Delivery);
        Assert.False(ShortCode.Read(text.Replace("-42-", "-43-", StringComparison.Ordinal))!.IsSignedWith(Secret));
        Assert.False(ShortCode.Read(text)!.IsSignedWith(RandomNumberGenerator.GetBytes(32)));
        Assert.Null(ShortCode.Read("abcdefghij")!.Delivery);
        Assert.False(ShortCode.Read("abcdefghij")!.IsSignedWith(Secret));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-b")]
    [InlineData("a--x")]
    [InlineData("a-1-short")]
    [InlineData("a--1-0123456789ab")]
    [InlineData("a-1-0123456789ab-c")]
    [InlineData("a-99999999999999999999-0123456789ab")]
    public void What_is_no_code_is_none(string text) => Assert.Null(ShortCode.Read(text));

    [Fact]
    public void Links_of_every_language_become_short_and_name_the_recipient_only_where_the_campaign_says_so()
    {
        var draft = SomeCampaign.Draft() with { Variants = [new CampaignVariant("km", new CampaignContent("", "x") { Links = [new CampaignLink("y", "https://other.gov.vn/")] }, "x")] };
        var known = ShortLink.For(Guid.NewGuid(), "https://example.gov.vn/lich", ClickCounting.ByRecipient);
        var unnamed = ShortLink.For(Guid.NewGuid(), "https://other.gov.vn/", ClickCounting.Anonymous);
        var links = new ShortLinks("https://xa.gov.vn", [known, unnamed]);
        var said = links.In(draft, 7);
        Assert.StartsWith($"https://xa.gov.vn/l/{known.Code}-7-", said.Content.Links[0].Url, StringComparison.Ordinal);
        Assert.Equal($"https://xa.gov.vn/l/{unnamed.Code}", said.Variants[0].Content.Links[0].Url);
        Assert.Equal($"https://xa.gov.vn/l/{known.Code}", links.In(draft, delivery: null).Content.Links[0].Url);
        Assert.Equal(draft.Content.Text, said.Content.Text);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; CUBOT P80) AppleWebKit/537.36 Chrome/125.0 Mobile Safari/537.36 Zalo android/24100700", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/480.0.0]", true)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0", true)]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", false)]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", false)]
    [InlineData("Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)", false)]
    [InlineData("meta-externalagent/1.1", false)]
    [InlineData("TelegramBot (like TwitterBot)", false)]
    [InlineData("curl/8.5.0", false)]
    [InlineData("python-requests/2.32", false)]
    [InlineData("", false)]
    public void Previews_and_search_engines_are_no_people(string userAgent, bool isPerson) => Assert.Equal(isPerson, PreviewPrograms.IsPerson(userAgent, "  "));

    [Fact]
    public void A_page_that_is_fetched_ahead_was_not_clicked() =>
        Assert.False(PreviewPrograms.IsPerson("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0", "prefetch;prerender "));
}
