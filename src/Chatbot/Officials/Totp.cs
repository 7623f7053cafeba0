using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Officials;

/// <summary>Codes of an authenticator app: six digits, SHA-1, half a minute each (RFC 6238, the only form that all apps know).</summary>
public static class Totp
{
    public const int StepSeconds = 30;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeyBytes = 20;

    /// <returns>A new key in Base32, 32 characters.</returns>
    public static string NewKey()
    {
        var key = new StringBuilder();
        foreach (var part in RandomNumberGenerator.GetBytes(KeyBytes).Chunk(5)) AppendBase32(key, part);
        return key.ToString();
    }

    /// <summary>The half minute to which a code belongs. One earlier or later is taken too, as telephones' clocks differ.</summary>
    /// <returns>Null: no such code now, or it is not newer than <paramref name="lastStep"/>.</returns>
    public static long? StepOf(string key, string code, DateTimeOffset now, long lastStep)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
            if (Matches(CodeAt(key, step), digits) && step > lastStep) found = step;
        return found;
    }

    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard's algorithm; only its length matters here
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What the QR shows to the app.</summary>
    public static string Address(string key, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6&period={StepSeconds}";

    private static bool Matches(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(given));

    private static void AppendBase32(StringBuilder text, byte[] five)
    {
        var bits = five.Aggregate(0UL, (all, next) => all << 8 | next);
        for (var shift = 35; shift >= 0; shift -= 5) text.Append(Letters[(int)(bits >> shift & 31)]);
    }

    private static byte[] FromBase32(string key)
    {
        var bytes = new List<byte>(KeyBytes);
        var (bits, count) = (0, 0);
        foreach (var letter in key)
        {
            (bits, count) = ((bits << 5 | Letters.IndexOf(letter, StringComparison.Ordinal)) & 0xffff, count + 5);
            if (count < 8) continue;
            bytes.Add((byte)(bits >> (count -= 8)));
        }
        return [.. bytes];
    }
}
