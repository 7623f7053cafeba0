using Chatbot.Cli;

namespace Chatbot.Tests.Understanding;

public sealed class RespellingTests
{
    private const string Message = "Cho em hỏi làm giấy khai sinh cho cháu thì cần những giấy tờ gì ạ, có được hoà giải không";

    [Fact]
    public void Each_spelling_differs_and_is_always_the_same()
    {
        var written = Respelling.All.Select(r => r.Write(Message)).ToList();
        Assert.Equal(written.Count, written.Append(Message).Distinct().Count() - 1);
        Assert.Equal(written, Respelling.All.Select(r => r.Write(Message)));
    }

    [Theory]
    [InlineData("no accents", "Cho em hoi lam giay")]
    [InlineData("teencode", "cho e hỏi lm giấy")]
    [InlineData("Telex left-overs, old tone marks", "cho em hỏi")]
    public void It_begins_as_people_type(string name, string beginning) =>
        Assert.StartsWith(beginning, Respelling.All.Single(r => r.Name == name).Write(Message), StringComparison.Ordinal);

    [Fact]
    public void Every_spelling_is_understood() => Assert.All(Respelling.All, r =>
        Assert.Equal("1.001193", SmallCatalogue.Understander.Understand(r.Write("làm giấy khai sinh cho cháu cần giấy tờ gì"), null).Candidates[0].Code));
}
