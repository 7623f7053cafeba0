using System.Net;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Tests.Channels.Facebook;

public sealed class FacebookOptionsTests
{
    [Theory]
    [InlineData("Facebook:AppSecret is missing", "VerifyToken=v")]
    [InlineData("Facebook:AppSecret is missing", "Pages:0:PageId=1", "Pages:0:AccessToken=t")]
    [InlineData("Facebook:VerifyToken is missing", "AppSecret=s")]
    [InlineData("Facebook:GraphVersion must look like v25.0", "AppSecret=s", "VerifyToken=v", "GraphVersion=25")]
    [InlineData("Facebook:GraphBaseAddress must be an absolute https address", "AppSecret=s", "VerifyToken=v", "GraphBaseAddress=http://graph.example/")]
    [InlineData("Facebook:Pages: AccessToken is missing", "AppSecret=s", "VerifyToken=v", "Pages:0:PageId=1")]
    [InlineData("Facebook:Pages names a PageId twice", "AppSecret=s", "VerifyToken=v", "Pages:0:PageId=1", "Pages:0:AccessToken=t", "Pages:1:PageId=1", "Pages:1:AccessToken=u")]
    [InlineData("Facebook:Profile:Menu: a Title takes at most 30 characters", "AppSecret=s", "VerifyToken=v", "Profile:Menu:0:Title=1234567890123456789012345678901", "Profile:Menu:0:Payload=#gap")]
    [InlineData("Text", "AppSecret=s", "VerifyToken=v", "Limits:0:Text=2001")]
    public void A_wrong_setting_is_named(string message, params string[] settings) =>
        Assert.Contains(message, Assert.Throws<OptionsValidationException>(() => Read(settings)).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_set_is_a_channel_that_is_off()
    {
        var options = Read();
        Assert.False(options.IsConfigured);
        Assert.Equal(("https://graph.facebook.com/", "v25.0"), (options.GraphBaseAddress.AbsoluteUri, options.GraphVersion));
    }

    [Fact]
    public void A_stand_in_on_this_machine_may_speak_http() =>
        Assert.Equal("http://127.0.0.1:5099/", Read("AppSecret=s", "VerifyToken=v", "GraphBaseAddress=http://127.0.0.1:5099/").GraphBaseAddress.AbsoluteUri);

    [Fact]
    public void A_limit_of_the_settings_holds_from_its_day_on()
    {
        var options = Read("AppSecret=s", "VerifyToken=v", "Limits:0:Since=2026-12-01", "Limits:0:Text=1500");
        Assert.Equal(1900, FacebookLimits.InForce(options, new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero)).Text);
        Assert.Equal(1500, FacebookLimits.InForce(options, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)).Text);
    }

    [Fact]
    public void The_built_in_profile_keeps_the_platforms_limits()
    {
        Assert.InRange(new FacebookProfileOptions().Greeting.Length, 1, 160);
        Assert.All(FacebookProfile.BuiltInMenu, item => Assert.InRange(item.Title.Length, 1, 30));
        Assert.InRange(FacebookProfile.BuiltInIceBreakers.Count, 1, 4);
    }

    [Theory]
    [InlineData("""{"call_count":28,"total_time":25,"total_cputime":25}""", null, 28, 0)]
    [InlineData(null, """{"1":[{"type":"messenger","call_count":1,"total_cputime":95,"total_time":1,"estimated_time_to_regain_access":12}],"2":[{"type":"pages","call_count":3}]}""", 95, 12)]
    [InlineData("""{"call_count":101}""", """{"1":[{"call_count":"7","estimated_time_to_regain_access":0}]}""", 101, 0)]
    [InlineData("no json", "[]", 0, 0)]
    [InlineData(null, null, 0, 0)]
    [InlineData("""{"call_count":null}""", """{"1":{"call_count":5}}""", 0, 0)]
    public void The_usage_headers_tell_the_worst(string? app, string? business, int percent, int minutes)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.OK);
        if (app is not null) answer.Headers.TryAddWithoutValidation("X-App-Usage", app);
        if (business is not null) answer.Headers.TryAddWithoutValidation("X-Business-Use-Case-Usage", business);
        Assert.Equal(new FacebookUsage(percent, TimeSpan.FromMinutes(minutes)), FacebookUsage.Read(answer));
    }

    [Fact]
    public void Outreach_pauses_before_replies_do()
    {
        var (pace, account, limits) = (new FacebookPace(TimeProvider.System), Guid.NewGuid(), new FacebookLimits());
        pace.Learn(account, new(85, TimeSpan.Zero), limits);
        Assert.True(pace.WaitFor(account, SendPriority.Outreach) > TimeSpan.FromSeconds(50));
        Assert.Equal(TimeSpan.Zero, pace.WaitFor(account, SendPriority.Reply));
        pace.Learn(account, new(100, TimeSpan.FromMinutes(5)), limits);
        Assert.True(pace.WaitFor(account, SendPriority.Reply) > TimeSpan.FromMinutes(4));
        pace.Learn(account, new(10, TimeSpan.Zero), limits);
        Assert.Equal(TimeSpan.Zero, pace.WaitFor(account, SendPriority.Outreach));
    }

    private static FacebookOptions Read(params string[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create("Facebook:" + pair[0], (string?)pair[1])));
        builder.AddFacebook();
        return builder.Services.BuildServiceProvider().GetRequiredService<IOptions<FacebookOptions>>().Value;
    }
}
