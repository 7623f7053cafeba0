using Chatbot.Radio;

namespace Chatbot.Tests.Radio;

public sealed class NumberWordsTests
{
    private static readonly NumberWords North = new("nghìn", "linh");
    private static readonly NumberWords South = new("ngàn", "lẻ");
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    [Theory]
    [InlineData(0, "không")]
    [InlineData(10, "mười")]
    [InlineData(15, "mười lăm")]
    [InlineData(14, "mười bốn")]
    [InlineData(21, "hai mươi mốt")]
    [InlineData(24, "hai mươi tư")]
    [InlineData(55, "năm mươi lăm")]
    [InlineData(105, "một trăm linh năm")]
    [InlineData(115, "một trăm mười lăm")]
    [InlineData(1_000, "một nghìn")]
    [InlineData(1_005, "một nghìn không trăm linh năm")]
    [InlineData(2_025, "hai nghìn không trăm hai mươi lăm")]
    [InlineData(21_000, "hai mươi mốt nghìn")]
    [InlineData(1_000_001, "một triệu không trăm linh một")]
    [InlineData(3_000_000_000, "ba tỷ")]
    [InlineData(1_000_000_000_000, "một nghìn tỷ")]
    public void Numbers_are_said_as_people_say_them(long number, string said) => Assert.Equal(said, North.Of(number));

    [Fact]
    public void The_South_says_ngan_and_le() => Assert.Equal("một ngàn không trăm lẻ năm", South.Of(1_005));

    [Fact]
    public void What_is_said_can_be_heard_back()
    {
        const int Seed = 20261122;
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var number = i < 10_000 ? i : random.NextInt64(0, (long)Math.Pow(10, random.Next(5, 19)));
            Assert.True(Heard(North.Of(number)) == number && Heard(South.Of(number)) == number, $"seed {Seed}: {number} is said as {North.Of(number)}");
        }
    }

    // The other way round, written on its own.
    private static long Heard(string said)
    {
        var words = said.Split(' ');
        var billions = Array.LastIndexOf(words, "tỷ");
        if (billions >= 0) return Heard(string.Join(' ', words[..billions])) * 1_000_000_000 + (billions + 1 < words.Length ? Heard(string.Join(' ', words[(billions + 1)..])) : 0);
        var (total, group, last) = (0L, 0L, 0L);
        foreach (var word in words)
        {
            switch (word)
            {
                case "triệu": (total, group, last) = (total + (group + last) * 1_000_000, 0, 0); break;
                case "nghìn" or "ngàn": (total, group, last) = (total + (group + last) * 1_000, 0, 0); break;
                case "trăm": (group, last) = (group + last * 100, 0); break;
                case "mươi": (group, last) = (group + last * 10, 0); break;
                case "mười": (group, last) = (group + 10, 0); break;
                case "linh" or "lẻ": break;
                default: last = word switch { "mốt" => 1, "tư" => 4, "lăm" => 5, _ => Array.IndexOf(Digits, word) }; break;
            }
        }
        return total + group + last;
    }
}
