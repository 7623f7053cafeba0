using Chatbot.Catalogue;
using Chatbot.Catalogue.Starter;
using Chatbot.Conversations;
using Chatbot.Understanding;

namespace Chatbot.Tests.Conversations;

/// <summary>One index for the whole tree, and each office hears only what it may answer with.</summary>
public sealed class OfficesOfTheTreeTests
{
    private const string Asked = "chợ phiên thuyền thúng họp ngày nào";
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly (Guid Mine, Guid Sister, Guid Other) Units = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
    private static readonly Lazy<Knowledge> Tree = new(Build);

    [Fact]
    public void An_answer_of_one_office_is_not_found_at_another_or_above()
    {
        Assert.Equal("dan-hoi-cua-toi", Tree.Value.For(Units.Mine).Understand(Asked, null).FaqId);
        Assert.NotEqual("dan-hoi-cua-toi", Tree.Value.For(Units.Sister).Understand(Asked, null).FaqId);
        Assert.NotEqual("dan-hoi-cua-toi", Tree.Value.Understand(Asked, null).FaqId);
        Assert.Null(Tree.Value.For(Units.Sister).FindFaq("dan-hoi-cua-toi"));
        Assert.NotNull(Tree.Value.For(Units.Mine).FindFaq("dan-hoi-cua-toi"));
    }

    [Fact]
    public void An_office_without_anything_of_its_own_answers_as_the_one_above() => Assert.Same(Tree.Value, Tree.Value.For(Units.Other));

    [Fact]
    public void A_procedure_of_one_office_is_offered_there_alone()
    {
        const string camels = "thủ tục cấp giấy phép nuôi lạc đà";
        Assert.Equal("9.000001", Tree.Value.For(Units.Sister).Understand(camels, null).Candidates[0].Code);
        Assert.DoesNotContain(Tree.Value.For(Units.Mine).Understand(camels, null).Candidates, c => c.Code == "9.000001");
        Assert.DoesNotContain(Tree.Value.Understand(camels, null).Candidates, c => c.Code == "9.000001");
    }

    [Fact]
    public void The_nearest_office_with_offices_of_its_own_is_called()
    {
        Assert.Equal("UBND xã của tôi", Tree.Value.For(Units.Mine).Offices.Single().Name);
        Assert.DoesNotContain(Tree.Value.For(Units.Sister).Offices, o => o.Name == "UBND xã của tôi");
    }

    [Theory]
    [InlineData("chợ phiên thuyền thúng của xã họp vào những ngày nào?", Handling.Faq)]
    [InlineData("cho phien thuyen thung hop ngay nao", Handling.Faq)]
    [InlineData("chợ phiên", Handling.OutOfScope)]
    [InlineData("bán thuyền thúng ở đâu rẻ", Handling.OutOfScope)]
    public void Nearly_the_same_words_get_the_published_answer_and_others_do_not(string text, Handling handling) =>
        Assert.Equal(handling == Handling.Faq, Tree.Value.For(Units.Mine).Understand(text, null).FaqId == "dan-hoi-cua-toi");

    [Fact]
    public void Danger_is_danger_though_an_answer_has_been_published_about_it() =>
        Assert.Equal(Handling.Emergency, Tree.Value.For(Units.Mine).Understand("nhà tôi đang cháy cứu với", null).Handling);

    private static Knowledge Build()
    {
        var top = CatalogueSnapshot.Build(CatalogueContent.Of(StarterCatalogue.Procedures, StarterCatalogue.Faq, StarterCatalogue.Offices), Day, "tree");
        var mine = top.Below(new CatalogueContent([], [], [new Office("xa", "UBND xã của tôi")])
        {
            Answers =
            [
                Stored(new FaqEntry("dan-hoi-cua-toi", ["Chợ phiên thuyền thúng của xã họp vào những ngày nào?"], "Ngày 5 và 20.")),
                Stored(new FaqEntry("dan-hoi-chay", ["Nhà tôi đang cháy cứu với"], "Gọi 114.")),
            ],
        });
        var sister = top.Below(CatalogueContent.Of([new Procedure("9.000001", "Cấp giấy phép nuôi lạc đà")], [], []));
        return Knowledge.Build(top.With(new Dictionary<Guid, CatalogueSnapshot> { [Units.Mine] = mine, [Units.Sister] = sister }));
    }

    private static Stored<FaqEntry> Stored(FaqEntry entry) => new(entry, Guid.NewGuid(), 1);
}
