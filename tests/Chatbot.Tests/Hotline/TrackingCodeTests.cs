using Chatbot.Hotline;

namespace Chatbot.Tests.Hotline;

public sealed class TrackingCodeTests
{
    private const string Alphabet = "34679ACDEFHJKMNPQRTVWXY";

    [Fact]
    public void A_new_code_is_read_as_itself_however_it_is_written()
    {
        for (var i = 0; i < 500; i++)
        {
            var code = TrackingCode.New();
            Assert.Equal(TrackingCode.Length, code.Length);
            Assert.All(code, letter => Assert.Contains(letter, Alphabet));
            Assert.Equal(code, TrackingCode.Read(code));
            Assert.Equal(code, TrackingCode.Read(TrackingCode.Show(code)));
            Assert.Equal(code, TrackingCode.Read(code.ToLowerInvariant()));
            Assert.Equal(code, TrackingCode.Find($"tình trạng {TrackingCode.Show(code)} thế nào rồi?"));
        }
    }

    [Fact]
    public void One_wrong_character_is_always_noticed()
    {
        for (var i = 0; i < 100; i++)
        {
            var code = TrackingCode.New();
            foreach (var wrong in Slips(code)) Assert.Null(TrackingCode.Read(wrong));
        }
    }

    [Fact]
    public void Two_exchanged_neighbours_are_always_noticed()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var code = TrackingCode.New();
            for (var at = 0; at + 1 < code.Length; at++)
            {
                if (code[at] == code[at + 1]) continue;
                var letters = code.ToCharArray();
                (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
                Assert.Null(TrackingCode.Read(new string(letters)));
            }
        }
    }

    [Fact]
    public void Codes_hold_no_look_alikes() => Assert.DoesNotContain(Alphabet, letter => "0O1IL2Z5S8BGU".Contains(letter));

    [Theory]
    [InlineData("1.001193"), InlineData("tình trạng hôn nhân"), InlineData("cần chứng thực"), InlineData("H29.15-251120-0001"), InlineData("0912345678")]
    [InlineData(""), InlineData("nhanh quá"), InlineData("3333333"), InlineData("AAAAAAA"), InlineData("THANHTX")]
    public void Ordinary_words_and_numbers_are_no_codes(string text) => Assert.Null(TrackingCode.Find(text));

    private static IEnumerable<string> Slips(string code) =>
        from at in Enumerable.Range(0, code.Length)
        from letter in Alphabet
        where letter != code[at]
        select $"{code[..at]}{letter}{code[(at + 1)..]}";
}
