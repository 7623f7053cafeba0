using System.Text.RegularExpressions;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Testing.House;

namespace Chatbot.Tests.Channels.Zalo;

public sealed partial class ZaloErrorCodesTests
{
    // 10:00 in Viet Nam.
    private static readonly DateTimeOffset Morning = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-216, RefusalReason.Token)]
    [InlineData(-220, RefusalReason.Token)]
    [InlineData(-230, RefusalReason.OutsideWindow)]
    [InlineData(-232, RefusalReason.OutsideWindow)]
    [InlineData(-213, RefusalReason.CitizenUnreachable)]
    [InlineData(-217, RefusalReason.CitizenUnreachable)]
    [InlineData(-227, RefusalReason.CitizenUnreachable)]
    [InlineData(-244, RefusalReason.CitizenUnreachable)]
    [InlineData(-204, RefusalReason.AccountRestricted)]
    [InlineData(-219, RefusalReason.AccountRestricted)]
    [InlineData(-223, RefusalReason.NotPermitted)]
    [InlineData(-321, RefusalReason.NotPermitted)]
    [InlineData(-210, RefusalReason.ContentRefused)]
    [InlineData(-248, RefusalReason.AccountRestricted)]
    [InlineData(-100, RefusalReason.ContentRefused)]
    [InlineData(-987654, RefusalReason.ContentRefused)]
    public void Refusals_of_the_OA_API(int code, RefusalReason reason) =>
        Assert.Equal(new SendOutcome.Refused(reason, code), ZaloErrorCodes.OfOa(code, Morning));

    [Theory]
    [InlineData(-124, RefusalReason.Token)]
    [InlineData(-108, RefusalReason.CitizenUnreachable)]
    [InlineData(-118, RefusalReason.CitizenUnreachable)]
    [InlineData(-115, RefusalReason.NotPermitted)]
    [InlineData(-1351, RefusalReason.AccountRestricted)]
    [InlineData(-112, RefusalReason.ContentRefused)]
    public void Refusals_of_the_template_API(int code, RefusalReason reason) =>
        Assert.Equal(new SendOutcome.Refused(reason, code), ZaloErrorCodes.OfTemplate(code, Morning));

    [Fact]
    public void The_same_number_means_different_things()
    {
        Assert.IsType<SendOutcome.Refused>(ZaloErrorCodes.OfOa(-100, Morning));
        Assert.IsType<SendOutcome.Throttled>(ZaloErrorCodes.OfTemplate(-100, Morning));
    }

    [Theory]
    [InlineData(-32)]
    [InlineData(-200)]
    public void Passing_trouble_is_tried_again_soon(int code) =>
        Assert.InRange(Assert.IsType<SendOutcome.Throttled>(ZaloErrorCodes.OfOa(code, Morning)).RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData("2026-11-22T15:30:00Z", 7.5)]    // 22:30 in Viet Nam
    [InlineData("2026-11-22T17:00:00Z", 6)]      // midnight
    [InlineData("2026-11-22T22:59:00Z", 1 / 60.0)]
    public void What_is_refused_at_night_waits_for_six_in_the_morning(string now, double hours) =>
        Assert.Equal(hours, Assert.IsType<SendOutcome.Throttled>(ZaloErrorCodes.OfOa(-234, DateTimeOffset.Parse(now, null))).RetryAfter.TotalHours, 0.001);

    [Fact]
    public void A_number_that_is_neither_success_nor_error_leaves_the_outcome_open() =>
        Assert.IsType<SendOutcome.Unknown>(ZaloErrorCodes.OfOa(1, Morning));

    [ContractFact]
    public void Both_tables_of_the_contract_are_known_by_name()
    {
        var contract = File.ReadAllText(Path.Combine(Repository.Shared!, "platforms", "zalo.md"));
        Assert.Empty(Codes(contract, "### 7.1", "### 7.2").Except(ZaloErrorCodes.KnownOa));
        Assert.Empty(Codes(contract, "### 7.3", "## 8.").Except(ZaloErrorCodes.KnownTemplate).Except([-104]));
    }

    private static IEnumerable<int> Codes(string contract, string from, string to)
    {
        var start = contract.IndexOf(from, StringComparison.Ordinal);
        var table = contract[start..contract.IndexOf(to, start, StringComparison.Ordinal)];
        return Row().Matches(table).SelectMany(row => Number().Matches(row.Groups[1].Value)).Select(n => int.Parse(n.Value, null)).Where(n => n != 0);
    }

    private sealed class ContractFactAttribute : FactAttribute
    {
        public ContractFactAttribute()
        {
            if (Repository.Shared is null) Skip = "There is no folder `shared` with the platform's contract beside this checkout";
        }
    }

    [GeneratedRegex(@"^\| ((?:-?\d+(?:, | to )?)+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"-?\d+")]
    private static partial Regex Number();
}
