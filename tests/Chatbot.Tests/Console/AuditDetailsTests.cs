using Chatbot.Web.Console.Audit;

namespace Chatbot.Tests.Console;

public sealed class AuditDetailsTests
{
    [Theory]
    [InlineData("""{"rights":["Editor","Editor, Approver"],"locked_at":[null,"2026"],"rows":3}""", "rights: Editor → Editor, Approver; locked_at: – → 2026; rows: 3")]
    [InlineData("", "")]
    [InlineData("{khong", "{khong")]
    [InlineData("[1]", "[1]")]
    public void Details_are_told_as_a_line(string details, string words) => Assert.Equal(words, AuditDetails.Words(details));
}
