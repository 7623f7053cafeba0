using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Chatbot.Channels.Facebook;

namespace Chatbot.Tests.Channels.Facebook;

public sealed class FacebookSignedRequestTests
{
    private const string Good =
        "v7xJR3wH135NAMyf0PBei61MENFNDDFYU2SbiN1u8c4.eyJ1c2VyX2lkIjoiMjE4NDcxIiwiYWxnb3JpdGhtIjoiSE1BQy1TSEEyNTYiLCJpc3N1ZWRfYXQiOjEyOTE4MzY4MDAsImV4cGlyZXMiOjEyOTE4NDA0MDB9";

    private static readonly FacebookSignedRequest Requests = new(new FacebookSignature(Given.Options()));

    [Fact]
    public void The_vector_names_its_person() => Assert.Equal("218471", Requests.ReadUserId(Good));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("%%%.%%%")]
    [InlineData("v7xJR3wH135NAMyf0PBei61MENFNDDFYU2SbiN1u8c4.eyJ1c2VyX2lkIjoiOTk5In0")]
    public void What_Meta_did_not_sign_is_refused(string? request) => Assert.Null(Requests.ReadUserId(request));

    [Theory]
    [InlineData("""{"algorithm":"none","user_id":"1"}""")]
    [InlineData("""{"user_id":"1"}""")]
    [InlineData("""{"algorithm":"HMAC-SHA256"}""")]
    [InlineData("""[1]""")]
    [InlineData("""no json""")]
    public void A_signed_payload_of_another_kind_is_refused(string payload) => Assert.Null(Requests.ReadUserId(Signed(payload)));

    [Fact]
    public void A_number_is_an_id_too() => Assert.Equal("77", Requests.ReadUserId(Signed("""{"algorithm":"hmac-sha256","user_id":77}""")));

    private static string Signed(string payload)
    {
        var encoded = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload));
        return Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Given.Secret), Encoding.UTF8.GetBytes(encoded))) + "." + encoded;
    }
}
