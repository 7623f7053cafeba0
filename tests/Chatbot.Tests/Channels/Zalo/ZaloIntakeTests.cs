using System.Security.Cryptography;
using System.Text;
using Chatbot.Channels.Zalo;
using Chatbot.Tests.Channels.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chatbot.Tests.Channels.Zalo;

public sealed class ZaloIntakeTests
{
    private static readonly ZaloIntake Intake = new(
        ZaloTests.Signature(new() { AppId = "1234567890123456789", OaSecretKey = "key" }), ZaloTests.Events(new ManualTime()), ZaloTests.Metrics(), NullLogger<ZaloIntake>.Instance);

    [Fact]
    public void A_signed_event_is_genuine()
    {
        var body = ZaloTests.Body("user_send_text");
        var genuine = Assert.IsType<ZaloVerdict.Genuine>(Intake.Examine(body, Sign(body)));
        Assert.Equal("user_send_text", Assert.Single(genuine.Events).Kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("mac=00")]
    public void An_unsigned_event_is_forged(string? header) => Assert.IsType<ZaloVerdict.Forged>(Intake.Examine(ZaloTests.Body("user_send_text"), header));

    [Theory]
    [InlineData(null)]
    [InlineData("mac=00")]
    public void The_probe_passes_with_any_signature(string? header) => Assert.IsType<ZaloVerdict.Probe>(Intake.Examine(ZaloTests.Body("probe"), header));

    [Fact]
    public void Broken_json_is_malformed_for_who_signs_and_forged_for_who_does_not()
    {
        Assert.IsType<ZaloVerdict.Malformed>(Intake.Examine(ZaloTests.Utf8("{\"app_id\":"), "mac=" + new string('0', 64)));
        Assert.IsType<ZaloVerdict.Forged>(Intake.Examine(ZaloTests.Utf8("{\"app_id\":"), null));
    }

    private static string Sign(byte[] body) => "mac=" + Convert.ToHexStringLower(
        SHA256.HashData([.. Encoding.UTF8.GetBytes("1234567890123456789"), .. body, .. Encoding.UTF8.GetBytes("1785672000000key")]));
}
