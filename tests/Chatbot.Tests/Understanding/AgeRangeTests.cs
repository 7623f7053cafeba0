using Chatbot.Understanding.Search;
using Chatbot.Understanding.Text;

namespace Chatbot.Tests.Understanding;

public sealed class AgeRangeTests
{
    [Theory]
    [InlineData("Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên", 14, 150)]
    [InlineData("Cấp thẻ căn cước cho người dưới 14 tuổi", 0, 13)]
    [InlineData("Đăng ký kết hôn", 0, 150)]
    public void A_title_says_whom_it_is_for(string title, int from, int to) => Assert.Equal(new(from, to), AgeRange.OfTitle(title));

    [Theory]
    [InlineData("con 14 tuổi", 14, 14)]
    [InlineData("trẻ dưới 6 tuổi", 0, 5)]
    [InlineData("bé chưa đủ 14 tuổi", 0, 13)]
    [InlineData("người trên 80 tuổi", 80, 150)]
    [InlineData("người từ đủ 16 tuổi", 16, 150)]
    [InlineData("tôi 40 tuổi làm cho con 5 tuổi", 5, 5)]
    [InlineData("bao nhiêu tuổi thì được", 0, 150)]
    public void A_message_says_whose_age(string text, int from, int to) => Assert.Equal(new(from, to), AgeRange.OfMessage(Plain(text)));

    private static Reading Plain(string text) =>
        new(text, [.. text.Split(' ').Select(w => new ReadWord(w, Letters.Fold(w), w, 0, false))], false, 1);
}
