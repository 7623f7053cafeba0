using Chatbot.Officials;

namespace Chatbot.Tests.Officials;

public sealed class TotpTests
{
    // RFC 6238, appendix B: the secret "12345678901234567890"; the last six of its eight digits.
    private const string RfcKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, Totp.CodeAt(RfcKey, seconds / Totp.StepSeconds));

    [Fact]
    public void A_code_counts_half_a_minute_earlier_and_later_and_only_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = now.ToUnixTimeSeconds() / Totp.StepSeconds;
        foreach (var near in new[] { step - 1, step, step + 1 }) Assert.Equal(near, Totp.StepOf(RfcKey, Totp.CodeAt(RfcKey, near), now, lastStep: 0));
        foreach (var far in new[] { step - 2, step + 2 }) Assert.Null(Totp.StepOf(RfcKey, Totp.CodeAt(RfcKey, far), now, lastStep: 0));
        Assert.Null(Totp.StepOf(RfcKey, Totp.CodeAt(RfcKey, step), now, lastStep: step));
        Assert.Equal(step, Totp.StepOf(RfcKey, Totp.CodeAt(RfcKey, step).Insert(3, " "), now, lastStep: step - 1));
    }

    [Fact]
    public void A_new_key_is_32_letters_that_apps_read()
    {
        var key = Totp.NewKey();
        Assert.Matches("^[A-Z2-7]{32}$", key);
        Assert.NotEqual(key, Totp.NewKey());
        Assert.Matches("^[0-9]{6}$", Totp.CodeAt(key, 1));
    }
}
