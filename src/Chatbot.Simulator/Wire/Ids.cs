using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Simulator.Wire;

/// <summary>Ids in the platforms' shapes. Persons keep their ids between runs; messages never do, because the service under test remembers
/// which it has seen and would take a repeated id for a duplicate.</summary>
public static class Ids
{
    /// <summary>A stable id of exactly <paramref name="digits"/> digits, the first between 4 and 8: nineteen such digits lie above 2^53.</summary>
    public static string Digits(int digits, params string[] parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        var number = new BigInteger(hash, isUnsigned: true) % BigInteger.Pow(10, digits - 1);
        return (4 + (hash[0] % 5)).ToString(CultureInfo.InvariantCulture) + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits - 1, '0');
    }

    /// <summary>Twenty hexadecimal digits, as Zalo's message ids.</summary>
    public static string ZaloMessage() => RandomNumberGenerator.GetHexString(20, lowercase: true);

    /// <summary><c>m_</c> and 86 characters of URL-safe base64, as Messenger's message ids.</summary>
    public static string FacebookMessage() => "m_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(64));

    public static string Opaque(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
