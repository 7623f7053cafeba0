using System.Text.RegularExpressions;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Starter;

namespace Chatbot.Tests.Catalogue;

public sealed partial class StarterCatalogueTests
{
    private static readonly IReadOnlyList<Procedure> all = StarterCatalogue.Procedures;
    private static readonly List<Procedure> written = [.. all.Where(p => p.Detail != Detail.TitleOnly)];

    [Fact]
    public void It_holds_what_a_commune_office_is_asked_most()
    {
        Assert.True(written.Count(p => p.Detail == Detail.Full) >= 60);
        Assert.True(written.Count >= 75);
        Assert.Equal(400, all.Count(p => p.Detail == Detail.TitleOnly));
        Assert.True(StarterCatalogue.Faq.Count >= 40);
    }

    [Theory]
    [InlineData("1.001193")] // birth
    [InlineData("1.000894")] // marriage
    [InlineData("2.000815")] // certified copy
    [InlineData("1.004222")] // residence
    [InlineData("1.014061")] // identity card
    [InlineData("1.013225")] // building permit
    [InlineData("1.001612")] // household business
    [InlineData("1.014027")] // social pension
    [InlineData("1.014137")] // health insurance card
    public void The_best_known_procedures_are_written_out(string code) => Assert.Contains(written, p => p.Code == code);

    [Fact]
    public void Every_code_is_a_portal_code_and_stands_once()
    {
        Assert.All(all, p => Assert.Matches(PortalCode(), p.Code));
        Assert.Equal(all.Count, all.Select(p => p.Code).Distinct().Count());
    }

    [Fact]
    public void Every_entry_says_where_and_when_it_was_read()
    {
        Assert.All(all, p => Assert.StartsWith("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/", p.SourceUrl, StringComparison.Ordinal));
        Assert.All(all, p => Assert.InRange(p.SourceDate!.Value, new DateOnly(2025, 12, 1), new DateOnly(2026, 7, 31)));
        Assert.All(written, p => Assert.Contains("QĐ", p.DecisionNumber, StringComparison.Ordinal));
        Assert.All(all, p => Assert.NotEqual("", p.Field));
        Assert.All(all, p => Assert.NotEqual("", p.IssuingAgency));
    }

    [Fact]
    public void A_written_entry_has_steps_by_whom_papers_ways_times_and_legal_basis()
    {
        Assert.All(written, p => Assert.InRange(p.Steps.Count, 3, 6));
        Assert.All(written.SelectMany(p => p.Steps), step => Assert.True(step.Actor != "" && step.Text is { Length: > 10 and <= 200 }));
        Assert.All(written, p => Assert.NotEmpty(p.Documents));
        Assert.All(written.SelectMany(p => p.Documents), @case => Assert.NotEmpty(@case.Documents));
        Assert.All(written.SelectMany(p => p.Documents).SelectMany(c => c.Documents), paper => Assert.True(paper.Name is { Length: > 2 and <= 160 }, paper.Name));
        Assert.All(written, p => Assert.NotEmpty(p.Methods));
        Assert.All(written.SelectMany(p => p.Methods), method => Assert.NotEqual("", method.Time!.Text));
        Assert.All(written, p => Assert.NotEmpty(p.LegalBases));
        Assert.All(written, p => Assert.NotEmpty(p.Outcomes));
        Assert.All(written, p => Assert.NotEmpty(p.Levels));
        Assert.All(written, p => Assert.NotEqual("", p.PerformingAgency));
        Assert.All(written, p => Assert.NotEqual("", p.ReceivingPlace));
    }

    [Fact]
    public void A_full_entry_tells_a_fee_and_one_without_fees_tells_none()
    {
        Assert.All(written.Where(p => p.Detail == Detail.Full), p => Assert.Contains(p.Methods, method => method.Fees.Count > 0));
        Assert.All(written.Where(p => p.Detail == Detail.NoFees), p => Assert.All(p.Methods, method => Assert.Empty(method.Fees)));
    }

    [Fact]
    public void Free_means_zero_and_only_what_the_source_calls_free()
    {
        var fees = written.SelectMany(p => p.Methods).SelectMany(m => m.Fees).ToList();
        Assert.All(fees, fee => Assert.Equal(fee.IsFree, fee.Amount == 0));
        Assert.All(fees, fee => Assert.Equal(fee.IsFree, fee.Text == "Miễn phí"));
        Assert.All(fees.Where(fee => fee.Amount > 0), fee => Assert.Contains("đồng", fee.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Online_and_postal_agree_with_the_ways_to_hand_in()
    {
        Assert.All(written, p => Assert.NotEqual(OnlineLevel.Unknown, p.Online));
        Assert.All(written.Where(p => Offers(p, SubmissionChannel.Post)), p => Assert.Equal(Answerable.Yes, p.Postal));
        Assert.All(written.Where(p => Offers(p, SubmissionChannel.Online)), p => Assert.NotEqual(OnlineLevel.None, p.Online));
        Assert.All(written.Where(p => p.Online == OnlineLevel.FullOnline), p => Assert.True(Offers(p, SubmissionChannel.Online)));
        Assert.True(written.Count(p => p.Postal == Answerable.Unknown) <= 1);
    }

    [Fact]
    public void Paying_online_is_answered_no_only_where_nothing_is_to_be_paid() =>
        Assert.All(
            written.Where(p => p.PayOnline == Answerable.No),
            p => Assert.All(p.Methods.SelectMany(m => m.Fees), fee => Assert.True(fee.IsFree, p.Code)));

    [Fact]
    public void A_title_only_entry_promises_nothing()
    {
        var titles = all.Where(p => p.Detail == Detail.TitleOnly).ToList();
        Assert.All(titles, p => Assert.True(p.Documents.Count == 0 && p.Methods.Count == 0 && p.Steps.Count == 0));
        Assert.All(titles, p => Assert.True(p.Online == OnlineLevel.Unknown && p.Postal == Answerable.Unknown));
        Assert.All(titles, p => Assert.InRange(p.Name.Length, 8, 240));
    }

    [Fact]
    public void No_level_of_government_that_is_gone_is_told_to_a_citizen() =>
        Assert.DoesNotContain(written.SelectMany(p => p.Steps), step => step.Text.Contains("cấp huyện", StringComparison.OrdinalIgnoreCase));

    private static bool Offers(Procedure procedure, SubmissionChannel channel) => procedure.Methods.Any(m => m.Channel == channel);

    [GeneratedRegex(@"^\d\.\d{6}$")]
    private static partial Regex PortalCode();
}
