using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Tests.Channels.Zalo;

public sealed class ZaloOptionsTests
{
    [Fact]
    public void The_names_of_the_settings_are_these()
    {
        var options = Bind(("Zalo:AppId", "123"), ("Zalo:AppSecret", "s"), ("Zalo:OaSecretKey", "k"), ("Zalo:WebhookKey", "Either"),
            ("Zalo:Accounts:0:OaId", "4"), ("Zalo:Accounts:0:AccessToken", "a"), ("Zalo:Accounts:0:RefreshToken", "r"),
            ("Zalo:ApiBaseAddress", "http://127.0.0.1:1/"), ("Zalo:DomainVerification:0", "abc"),
            ("Zalo:Limits:0:Since", "2027-01-01"), ("Zalo:Limits:0:AppPermitsPerMinute", "0"));
        Assert.Equal(("123", "s", "k", ZaloWebhookKey.Either), (options.AppId, options.AppSecret, options.OaSecretKey, options.WebhookKey));
        Assert.Equal(("4", "a", "r"), (options.Accounts[0].OaId, options.Accounts[0].AccessToken, options.Accounts[0].RefreshToken));
        Assert.Equal("http://127.0.0.1:1/", options.ApiBaseAddress.AbsoluteUri);
        Assert.Equal("https://oauth.zaloapp.com/", options.OAuthBaseAddress.AbsoluteUri);
        Assert.Equal(["abc"], options.DomainVerification);
        Assert.Equal(0, ZaloLimits.InForce(options, new(2027, 1, 2, 0, 0, 0, TimeSpan.Zero)).AppPermitsPerMinute);
        Assert.Equal(4000, ZaloLimits.InForce(options, new(2026, 12, 2, 0, 0, 0, TimeSpan.Zero)).AppPermitsPerMinute);
    }

    [Fact]
    public void Without_any_setting_the_channel_is_off_and_the_start_is_not_stopped() => Assert.False(Bind().IsConfigured);

    [Theory]
    [InlineData("Zalo:AppId", "my app", "Zalo:AppId")]
    [InlineData("Zalo:AppSecret", "s", "Zalo:AppId")]
    [InlineData("Zalo:Accounts:0:OaId", "x", "Zalo:Accounts:0:OaId")]
    [InlineData("Zalo:CodeVerifier", "short", "Zalo:CodeVerifier")]
    [InlineData("Zalo:ApiBaseAddress", "openapi", "Zalo:ApiBaseAddress")]
    [InlineData("Zalo:OAuthTimeout", "00:00:00", "Zalo:OAuthTimeout")]
    [InlineData("Zalo:Limits:0:TextLength", "5", "Zalo:Limits:0:TextLength")]
    [InlineData("Zalo:DomainVerification:0", "<script>", "Zalo:DomainVerification")]
    [InlineData("Channels:AttemptTimeout", "1.00:00:00", "Channels:AttemptTimeout")]
    public void A_wrong_setting_is_named(string key, string value, string named) =>
        Assert.Contains(named, Assert.Throws<OptionsValidationException>(() => Bind((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_accounts_of_one_OA_are_a_mistake() => Assert.Contains("Zalo:Accounts", Assert.Throws<OptionsValidationException>(() => Bind(
        ("Zalo:AppId", "1"), ("Zalo:Accounts:0:OaId", "4"), ("Zalo:Accounts:0:AccessToken", "a"), ("Zalo:Accounts:1:OaId", "4"), ("Zalo:Accounts:1:AccessToken", "b"))).Message, StringComparison.Ordinal);

    private static ZaloOptions Bind(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        builder.AddZalo();
        using var host = builder.Build();
        _ = host.Services.GetRequiredService<IOptions<ChannelOptions>>().Value;
        return host.Services.GetRequiredService<IOptions<ZaloOptions>>().Value;
    }
}
