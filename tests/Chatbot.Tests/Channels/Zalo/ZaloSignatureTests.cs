using System.Security.Cryptography;
using System.Text;
using Chatbot.Channels.Zalo;

namespace Chatbot.Tests.Channels.Zalo;

public sealed class ZaloSignatureTests
{
    private const string Mac = "49c95014d32cc9e51dbf19ce9f2b9a02a0e8e919aa827b714c42c66ce8f9c0d2";

    private const string Body = """{"app_id":"1234567890123456789","sender":{"id":"8000000000000000001"},"recipient":{"id":"4000000000000000001"},"event_name":"user_send_text","message":{"text":"Xin chào","msg_id":"m1"},"timestamp":"1785672000000"}""";

    private static readonly ZaloSignature Signature = ZaloTests.Signature(new() { AppId = "1234567890123456789", OaSecretKey = "test-oa-secret-key" });

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [InlineData("mac=" + Mac)]
    [InlineData("mac = " + Mac)]
    [InlineData(" MAC=" + Mac + " ")]
    [InlineData(Mac)]
    public void The_vector_of_the_contract_matches(string header) => Assert.True(Signature.Matches(ZaloTests.Utf8(Body), header));

    [Fact]
    public void Upper_case_hex_matches() => Assert.True(Signature.Matches(ZaloTests.Utf8(Body), "mac=" + Mac.ToUpperInvariant()));

    [Fact]
    public void The_same_json_written_otherwise_has_another_mac()
    {
        var escaped = ZaloTests.Utf8(Body.Replace("à", "\\u00e0", StringComparison.Ordinal));
        Assert.False(Signature.Matches(escaped, "mac=" + Mac));
        Assert.True(Signature.Matches(escaped, "mac=1e3550329cf4d61b5c4d1daaeaf612a7f788f8596d3676b785ca9df6d48129e6"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mac=")]
    [InlineData("mac")]
    [InlineData("sha256=" + Mac)]
    [InlineData("mac=" + Mac + "00")]
    [InlineData("mac=zz" + "c95014d32cc9e51dbf19ce9f2b9a02a0e8e919aa827b714c42c66ce8f9c0d2")]
    public void A_missing_or_malformed_header_does_not_match(string? header) => Assert.False(Signature.Matches(ZaloTests.Utf8(Body), header));

    [Theory, MemberData(nameof(Seeds))]
    public void Any_changed_byte_of_body_or_mac_fails(int seed)
    {
        var random = new Random(seed);
        var body = ZaloTests.Utf8(Body);
        body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
        Assert.False(Signature.Matches(body, "mac=" + Mac));
        var mac = Convert.FromHexString(Mac);
        mac[random.Next(mac.Length)] ^= (byte)(1 << random.Next(8));
        Assert.False(Signature.Matches(ZaloTests.Utf8(Body), "mac=" + Convert.ToHexStringLower(mac)));
    }

    [Fact]
    public void Numbers_and_any_key_order_are_read_as_they_stand()
    {
        var body = """{"timestamp":1785672000000,"x":{"app_id":"9"},"app_id":77,"event_name":"follow"}""";
        Assert.True(Signature.Matches(ZaloTests.Utf8(body), Sign("77", body, "1785672000000", "test-oa-secret-key")));
    }

    [Theory]
    [InlineData(ZaloWebhookKey.OaSecretKey, true, false)]
    [InlineData(ZaloWebhookKey.AppSecret, false, true)]
    [InlineData(ZaloWebhookKey.Either, true, true)]
    public void The_setting_chooses_the_key(ZaloWebhookKey choice, bool byOaKey, bool byAppSecret)
    {
        var signature = ZaloTests.Signature(new() { AppId = "1", OaSecretKey = "oa", AppSecret = "app", WebhookKey = choice });
        Assert.Equal(byOaKey, signature.Matches(ZaloTests.Utf8(Body), Sign("1234567890123456789", Body, "1785672000000", "oa")));
        Assert.Equal(byAppSecret, signature.Matches(ZaloTests.Utf8(Body), Sign("1234567890123456789", Body, "1785672000000", "app")));
    }

    [Theory]
    [InlineData(ZaloWebhookKey.OaSecretKey)]
    [InlineData(ZaloWebhookKey.AppSecret)]
    [InlineData(ZaloWebhookKey.Either)]
    public void An_empty_key_opens_nothing(ZaloWebhookKey choice)
    {
        var signature = ZaloTests.Signature(new() { AppId = "1", WebhookKey = choice });
        Assert.False(signature.Matches(ZaloTests.Utf8(Body), Sign("1234567890123456789", Body, "1785672000000", "")));
    }

    private static string Sign(string appId, string body, string timestamp, string key) =>
        "mac=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(appId + body + timestamp + key)));
}
