using Chatbot.Catalogue;
using Chatbot.Catalogue.Phrases;
using Chatbot.Catalogue.Starter;
using Chatbot.Conversations;
using Chatbot.Understanding;

namespace Chatbot.Tests.Learning;

/// <summary>What a taught phrase changes: its very words at once, what is like it with the next index, and nothing else.</summary>
public sealed class TaughtKnowledgeTests
{
    private const string Birth = "1.001193";
    private const string Phrase = "thủ tục làm tờ zozo cho cu tí";
    private static readonly CatalogueSnapshot Untaught =
        CatalogueSnapshot.Build(CatalogueContent.Of(StarterCatalogue.Procedures, StarterCatalogue.Faq, StarterCatalogue.Offices), new DateOnly(2026, 11, 23), "1");
    private static readonly CatalogueSnapshot Taught = Untaught.With([new TaughtPhrase(Birth, Phrase), new TaughtPhrase("9.999999", "thủ tục đã mất")], "2");
    private static readonly Lazy<Knowledge> Before = new(() => Knowledge.Build(Untaught));
    private static readonly Lazy<Knowledge> After = new(() => Knowledge.Build(Taught));

    [Fact]
    public void Its_very_words_are_understood_before_the_index_is_built()
    {
        Assert.NotEqual(Birth, FirstOf(Before.Value, Phrase));
        var atOnce = Before.Value.WithPhrasesOf(Taught)!;
        Assert.Equal((Birth, "2"), (FirstOf(atOnce, Phrase), atOnce.Version));
        Assert.Null(Before.Value.WithPhrasesOf(CatalogueSnapshot.Build(CatalogueContent.Empty, default, "3")));
    }

    [Fact]
    public void With_the_next_index_what_is_like_it_is_understood_too() =>
        Assert.Equal(Birth, FirstOf(After.Value, "em muốn xin tờ zozo cho bé thì cần giấy tờ gì"));

    [Fact]
    public void A_phrase_for_what_the_catalogue_lost_waits() => Assert.NotEqual("9.999999", FirstOf(After.Value, "thủ tục đã mất"));

    [Theory]
    [InlineData("cháy nhà rồi cứu với")]
    [InlineData("tôi muốn tố cáo cán bộ nhận hối lộ")]
    [InlineData("đăng ký kết hôn cần giấy tờ gì")]
    [InlineData("cảm ơn nhé")]
    public void Everything_else_is_understood_as_before(string text)
    {
        var (before, after) = (Before.Value.Understand(text, null), After.Value.Understand(text, null));
        Assert.Equal((before.Handling, before.Aspect, CodeOf(before)), (after.Handling, after.Aspect, CodeOf(after)));
    }

    [Fact]
    public void An_official_finds_procedures_by_words_without_accents_or_by_code()
    {
        Assert.Contains(Before.Value.Search("KHAI sinh", 20), p => p.Code == Birth);
        Assert.Equal([Birth], Before.Value.Search(Birth, 20).Select(p => p.Code));
        Assert.Empty(Before.Value.Search("không có chữ này", 20));
        Assert.Contains(Birth, Before.Value.Suggest("làm giấy khai sinh cho con", 3));
    }

    private static string? CodeOf(Understood understood) => understood.Candidates is [var first, ..] ? first.Code : null;

    private static string? FirstOf(Knowledge known, string text) =>
        known.Understand(text, null) is { Handling: Handling.Procedure } understood ? understood.Candidates[0].Code : null;
}
