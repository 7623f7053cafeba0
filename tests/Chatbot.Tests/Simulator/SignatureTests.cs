using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Wire;
using Chatbot.Simulator.Zalo;

namespace Chatbot.Tests.Simulator;

/// <summary>The vectors come from the platform contracts; they were computed there independently of this code.</summary>
public sealed class SignatureTests
{
    private const string MetaSecret = "test_app_secret_0123456789abcdef";

    private const string MetaBody =
        """{"object":"page","entry":[{"id":"1234567890","time":1458692752478,"messaging":[{"sender":{"id":"9876543210"},"recipient":{"id":"1234567890"},"timestamp":1458692752478,"message":{"mid":"m_test1","text":"Xin ch\u00e0o, th\u1ee7 t\u1ee5c h\u1ed9 t\u1ecbch \ud83d\ude4f https:\/\/example.gov.vn"}}]}]}""";

    private static readonly WireStyle MetaStyle = new(EscapeNonAscii: true, EscapeSlash: true, EscapeMarkup: false, ShuffleMembers: false);

    [Theory]
    [InlineData("Xin chào", "49c95014d32cc9e51dbf19ce9f2b9a02a0e8e919aa827b714c42c66ce8f9c0d2")]
    [InlineData("Xin ch\\u00e0o", "1e3550329cf4d61b5c4d1daaeaf612a7f788f8596d3676b785ca9df6d48129e6")]
    public void Zalo_signs_the_bytes_as_they_are(string text, string expected)
    {
        var body = """{"app_id":"1234567890123456789","sender":{"id":"8000000000000000001"},"recipient":{"id":"4000000000000000001"},"event_name":"user_send_text","message":{"text":"#","msg_id":"m1"},"timestamp":"1785672000000"}"""
            .Replace("#", text, StringComparison.Ordinal);

        Assert.Equal(expected, ZaloSignature.Compute("1234567890123456789", Encoding.UTF8.GetBytes(body), "1785672000000", "test-oa-secret-key"));
    }

    [Fact]
    public void Meta_signs_the_escaped_bytes()
    {
        var body = Encoding.ASCII.GetBytes(MetaBody);

        Assert.Equal(297, body.Length);
        Assert.Equal("sha256=1367e29758f572578b36bfc8f55f63f360b6dbb10b48e8d0fdc2a7b4c00e24a5", FacebookSignature.Sha256(MetaSecret, body));
        Assert.Equal("sha1=c6b768253caeb8b9c0fce759959a609d94b622c2", FacebookSignature.Sha1(MetaSecret, body));
    }

    [Fact]
    public void Our_writer_makes_the_very_bytes_that_Meta_sends()
    {
        var written = WireJson.Write(JsonNode.Parse(MetaBody)!, MetaStyle, new SeededRandom(1));

        Assert.Equal(MetaBody, Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Writing_the_body_again_with_the_usual_serialiser_breaks_the_signature()
    {
        var again = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<JsonElement>(MetaBody));

        Assert.NotEqual(FacebookSignature.Sha256(MetaSecret, Encoding.ASCII.GetBytes(MetaBody)), FacebookSignature.Sha256(MetaSecret, again));
    }

    [Fact]
    public void The_proof_of_a_token_is_as_Meta_computes_it() => Assert.Equal(
        "f4b618106d9e932c058837006fb5bfd987850520193c236461d77893b11349fa", FacebookSignature.AppSecretProof(MetaSecret, "EAATESTPAGETOKEN"));

    [Fact]
    public void A_deletion_request_is_signed_over_its_encoded_payload() => Assert.Equal(
        "v7xJR3wH135NAMyf0PBei61MENFNDDFYU2SbiN1u8c4.eyJ1c2VyX2lkIjoiMjE4NDcxIiwiYWxnb3JpdGhtIjoiSE1BQy1TSEEyNTYiLCJpc3N1ZWRfYXQiOjEyOTE4MzY4MDAsImV4cGlyZXMiOjEyOTE4NDA0MDB9",
        FacebookSignature.SignedRequest(MetaSecret, """{"user_id":"218471","algorithm":"HMAC-SHA256","issued_at":1291836800,"expires":1291840400}"""));

    [Fact]
    public void Markup_is_escaped_only_when_asked()
    {
        var node = JsonNode.Parse("""{"t":"<a%@\"\\\u0007"}""")!;

        Assert.Equal("""{"t":"\u003ca\u0025\u0040\"\\\u0007"}""", Text(node, MetaStyle with { EscapeMarkup = true }));
        Assert.Equal("""{"t":"<a%@\"\\\u0007"}""", Text(node, MetaStyle));
        Assert.Equal("""{"t":"Đơn 🙏 a/b"}""", Text(JsonNode.Parse("""{"t":"Đơn 🙏 a/b"}""")!, WireStyle.Plain));
    }

    [Fact]
    public void Shuffled_members_mean_the_same()
    {
        var node = JsonNode.Parse(MetaBody)!;
        var random = new SeededRandom(7);
        var texts = Enumerable.Range(0, 20).Select(_ => Text(node, MetaStyle with { ShuffleMembers = true }, random)).ToHashSet();

        Assert.True(texts.Count > 1);
        Assert.All(texts, text => Assert.True(JsonNode.DeepEquals(node, JsonNode.Parse(text))));
    }

    private static string Text(JsonNode node, WireStyle style, SeededRandom? random = null) =>
        Encoding.UTF8.GetString(WireJson.Write(node, style, random ?? new SeededRandom(1)));
}
