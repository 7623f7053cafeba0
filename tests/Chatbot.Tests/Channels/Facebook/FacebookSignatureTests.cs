using System.Globalization;
using System.Text;
using Chatbot.Channels.Facebook;

namespace Chatbot.Tests.Channels.Facebook;

public sealed class FacebookSignatureTests
{
    private const string Escaped =
        """{"object":"page","entry":[{"id":"1234567890","time":1458692752478,"messaging":[{"sender":{"id":"9876543210"},"recipient":{"id":"1234567890"},"timestamp":1458692752478,"message":{"mid":"m_test1","text":"Xin ch\u00e0o, th\u1ee7 t\u1ee5c h\u1ed9 t\u1ecbch \ud83d\ude4f https:\/\/example.gov.vn"}}]}]}""";

    private const string Good = "sha256=1367e29758f572578b36bfc8f55f63f360b6dbb10b48e8d0fdc2a7b4c00e24a5";

    private static readonly byte[] Body = Encoding.ASCII.GetBytes(Escaped);

    [Fact]
    public void The_bytes_as_received_match()
    {
        Assert.Equal(297, Body.Length);
        Assert.True(new FacebookSignature(Given.Options()).Matches(Body, Good));
    }

    [Theory]
    [InlineData("c9788b468c616f14627f836c6c05e6317ef82e3e699b6c382694cb4e6dfa4247")]   // written anew as UTF-8
    [InlineData("60c7a38cab4ae0404e5b257dd4ba332079ec820ac81c6204a3265d48db1a9d1c")]   // slashes not escaped
    [InlineData("a89818205ba175d7877f7cb71fd7b9012b5eb1d4739b455ee62ab8d6875debc9")]   // upper-case escapes
    public void A_signature_over_bytes_written_anew_does_not_match(string hex) =>
        Assert.False(new FacebookSignature(Given.Options()).Matches(Body, "sha256=" + hex));

    [Fact]
    public void Bytes_written_anew_do_not_match_the_signature_of_those_received()
    {
        string[] variants =
        [
            Escaped.Replace(@"\/", "/", StringComparison.Ordinal),
            Escaped.Replace("\\u00e0", "\\u00E0", StringComparison.Ordinal),
            Escaped + "\n",
        ];
        Assert.All(variants, variant => Assert.False(new FacebookSignature(Given.Options()).Matches(Encoding.UTF8.GetBytes(variant), Good)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("1367e29758f572578b36bfc8f55f63f360b6dbb10b48e8d0fdc2a7b4c00e24a5")]
    [InlineData("SHA256=1367e29758f572578b36bfc8f55f63f360b6dbb10b48e8d0fdc2a7b4c00e24a5")]
    [InlineData("sha256=1367E29758F572578B36BFC8F55F63F360B6DBB10B48E8D0FDC2A7B4C00E24A5")]
    [InlineData("sha256=1367e29758f572578b36bfc8f55f63f360b6dbb10b48e8d0fdc2a7b4c00e24a5,sha256=1367e29758f572578b36bfc8f55f63f360b6dbb10b48e8d0fdc2a7b4c00e24a5")]
    [InlineData("sha256=1367e29758f572578b36bfc8f55f63f360b6dbb10b48e8d0fdc2a7b4c00e24ạ5")]
    [InlineData("sha1=c6b768253caeb8b9c0fce759959a609d94b622c2")]
    public void A_missing_or_malformed_header_does_not_match(string? header) =>
        Assert.False(new FacebookSignature(Given.Options()).Matches(Body, header));

    [Fact]
    public void Both_secrets_match_while_they_are_exchanged()
    {
        Assert.True(new FacebookSignature(Given.Options("a new secret", previous: Given.Secret)).Matches(Body, Good));
        Assert.False(new FacebookSignature(Given.Options("a new secret")).Matches(Body, Good));
    }

    [Fact]
    public void Without_a_secret_nothing_matches()
    {
        var emptyKey = "sha256=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Array.Empty<byte>(), Body));
        Assert.False(new FacebookSignature(Given.Options(secret: "")).Matches(Body, emptyKey));
    }

    [Fact]
    public void Any_changed_byte_of_body_or_header_is_noticed()
    {
        var signature = new FacebookSignature(Given.Options());
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var body = Body.ToArray();
            body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
            Assert.False(signature.Matches(body, Good), string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
            var header = Good.ToCharArray();
            header[random.Next(header.Length)] ^= (char)(1 << random.Next(7));
            Assert.False(signature.Matches(Body, new string(header)), string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        }
    }

    [Fact]
    public void The_proof_of_a_token_is_the_one_of_the_manual() => Assert.Equal(
        "f4b618106d9e932c058837006fb5bfd987850520193c236461d77893b11349fa", new FacebookSignature(Given.Options()).Proof("EAATESTPAGETOKEN"));
}
