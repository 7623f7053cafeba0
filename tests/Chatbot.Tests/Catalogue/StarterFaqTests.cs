using System.Text;
using System.Text.RegularExpressions;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Starter;

namespace Chatbot.Tests.Catalogue;

public sealed partial class StarterFaqTests
{
    private static readonly IReadOnlyList<FaqEntry> faq = StarterCatalogue.Faq;

    [Fact]
    public void Ids_and_questions_are_each_asked_once()
    {
        Assert.Equal(faq.Count, faq.Select(entry => entry.Id).Distinct().Count());
        var questions = faq.SelectMany(entry => entry.Questions).Select(Plain).ToList();
        Assert.Equal(questions.Count, questions.Distinct().Count());
    }

    [Fact]
    public void Each_is_asked_in_several_ways_one_of_them_without_accents()
    {
        Assert.All(faq, entry => Assert.InRange(entry.Questions.Count, 3, 6));
        Assert.All(faq, entry => Assert.Contains(entry.Questions, question => question == Plain(question)));
    }

    [Fact]
    public void Each_answer_fits_a_message_and_says_its_source_and_date()
    {
        Assert.All(faq, entry => Assert.InRange(entry.Answer.Length, 60, 600));
        Assert.All(faq, entry => Assert.True(entry is { Source.Length: > 2, Topic.Length: > 2, SourceDate: not null }, entry.Id));
    }

    [Fact]
    public void Every_procedure_named_is_in_the_catalogue()
    {
        var codes = StarterCatalogue.Procedures.Select(p => p.Code).ToHashSet();
        Assert.All(faq.SelectMany(e => Code().Matches(e.Answer + e.Source)).Select(m => m.Value), code => Assert.Contains(code, codes));
        Assert.All(faq.Where(e => e.ProcedureCode is not null), entry => Assert.Contains(entry.ProcedureCode!, codes));
    }

    [Fact]
    public void The_sample_offices_are_marked_and_one_of_them_is_the_hotline()
    {
        Assert.Equal(2, StarterCatalogue.Offices.Count);
        Assert.All(StarterCatalogue.Offices, office => Assert.Contains("(mẫu)", office.Name, StringComparison.Ordinal));
        var hotline = Assert.Single(StarterCatalogue.Offices, office => office.IsHotline);
        Assert.NotNull(hotline.Place);
        Assert.Equal(
            [(new TimeOnly(7, 30), new TimeOnly(11, 30)), (new TimeOnly(13, 30), new TimeOnly(17, 0))],
            hotline.Hours.Select(rule => (rule.From, rule.To)));
        Assert.All(hotline.Hours, rule => Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], rule.Days));
    }

    private static string Plain(string text) =>
        new([.. text.ToLowerInvariant().Replace('đ', 'd').Normalize(NormalizationForm.FormD)
            .Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)]);

    [GeneratedRegex(@"\d\.\d{6}")]
    private static partial Regex Code();
}
