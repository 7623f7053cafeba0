using Chatbot.Web.Console.Lists;

namespace Chatbot.Tests.Console;

public sealed class SafeCellTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84912345678")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("\t=1")]
    [InlineData("\n=1")]
    [InlineData("＝1+1")]
    public void What_begins_like_a_formula_is_text(string typed) => Assert.StartsWith("'", SafeCell.Of(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("Nguyễn Thị Lan")]
    [InlineData("1-2")]
    [InlineData("")]
    [InlineData("a\nb")]
    public void Everything_else_stays_as_it_is(string typed) => Assert.Equal(typed, SafeCell.Of(typed));

    [Fact]
    public void What_a_workbook_cannot_hold_goes() => Assert.Equal("ab", SafeCell.Of("a\0\u0007b"));
}
