using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Chatbot.Campaigns.Reporting;

/// <summary>The last part of a short address: the link's code, and where clicks are counted by recipient the number of the delivery, signed with the link's secret.</summary>
/// <param name="Delivery">Null: nobody is named.</param>
/// <param name="Signature">Empty when nobody is named.</param>
public sealed record ShortCode(string Link, long? Delivery, string Signature)
{
    private const int SignatureLength = 12;

    public static string Write(string link, ReadOnlySpan<byte> secret, long? delivery) => delivery is { } id
        ? string.Create(CultureInfo.InvariantCulture, $"{link}-{id}-{Sign(secret, id)}") : link;

    /// <returns>Null: not such a code.</returns>
    public static ShortCode? Read(string text) => text.Split('-') switch
    {
        [{ Length: > 0 } link] => new ShortCode(link, null, ""),
        [{ Length: > 0 } link, var number, { Length: SignatureLength } signature]
            when long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) => new ShortCode(link, id, signature),
        _ => null,
    };

    public bool IsSignedWith(ReadOnlySpan<byte> secret) => Delivery is { } id && CryptographicOperations.FixedTimeEquals(Bytes(Sign(secret, id)), Bytes(Signature));

    private static string Sign(ReadOnlySpan<byte> secret, long delivery)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, delivery);
        return Convert.ToHexStringLower(HMACSHA256.HashData(secret, number))[..SignatureLength];
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
