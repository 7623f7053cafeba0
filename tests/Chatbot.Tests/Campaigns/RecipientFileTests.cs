using Chatbot.Campaigns.Audience;

namespace Chatbot.Tests.Campaigns;

public sealed class RecipientFileTests
{
    [Theory]
    [InlineData("0912 345 678", "84912345678")]
    [InlineData("+84 912.345.678", "84912345678")]
    [InlineData("84912345678", "84912345678")]
    [InlineData("912345678", "84912345678")]     // a spreadsheet dropped the zero
    [InlineData("0258 3123 456", "842583123456")]
    [InlineData("012345", null)]
    [InlineData("0112345678", null)]
    [InlineData("09123456789", null)]
    [InlineData("abc0912345678", null)]
    [InlineData("", null)]
    public void Numbers_are_the_same_however_they_are_written(string written, string? expected) => Assert.Equal(expected, PhoneNumbers.Normalise(written));

    [Fact]
    public void Every_line_is_read_or_told_with_its_number_and_without_the_whole_of_it()
    {
        var (lines, faults) = RecipientFile.Read("\uFEFFsố điện thoại;tên\r\n0912345678;An\r\n\r\n+84 912 345 678;An\r\n;Bình\r\n1234567890123456789,x\r\nkhông rõ ai\r\n");
        Assert.Equal([(2, true), (6, false)], lines.Select(line => (line.Number, line.PhoneHash is not null)));
        Assert.Equal([(4, RecipientProblem.Twice, 2), (5, RecipientProblem.Empty, 0), (7, RecipientProblem.Unreadable, 0)], faults.Select(fault => (fault.Line, fault.Problem, fault.Other)));
        Assert.All(faults, fault => Assert.DoesNotContain("912 345", fault.Written, StringComparison.Ordinal));
    }
}
