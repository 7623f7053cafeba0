using Chatbot.Catalogue;
using Chatbot.Catalogue.Starter;

namespace Chatbot.Tests.Catalogue;

public sealed class FoldedPartsTests
{
    [Fact]
    public void A_folded_procedure_reads_as_before_however_often_and_by_however_many()
    {
        var written = StarterCatalogue.Procedures.Select(p => CatalogueText.Write(Long(p))).ToList();
        var procedures = written.Select(CatalogueText.Procedure).ToList();
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < procedures.Count; i++)
            {
                procedures[i].Fold();
                Assert.Equal(written[i], CatalogueText.Write(procedures[i]));
            }
        });
    }

    [Fact]
    public void A_folded_procedure_holds_less_memory()
    {
        var procedures = Enumerable.Range(0, 200).Select(i => CatalogueText.Procedure(CatalogueText.Write(Long(StarterCatalogue.Procedures[i % 50])))).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var procedure in procedures) procedure.Fold();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.True(before - after > 200 * 4_000, $"{before - after} bytes");   // 2,000 letters and more each
        GC.KeepAlive(procedures);
    }

    [Fact]
    public void A_copy_of_a_folded_procedure_keeps_what_is_not_replaced()
    {
        var whole = Long(StarterCatalogue.Procedures[0]);
        whole.Fold();
        var copy = whole with { Steps = [new Step("Nộp tại bộ phận một cửa")] };
        Assert.Equal("Nộp tại bộ phận một cửa", Assert.Single(copy.Steps).Text);
        Assert.Equal(CatalogueText.Write(whole with { Steps = [] }), CatalogueText.Write(copy with { Steps = [] }));
        Assert.NotEmpty(copy.OriginalText["steps"]);
    }

    private static Procedure Long(Procedure procedure) => procedure with
    {
        OriginalText = new Dictionary<string, string> { ["steps"] = string.Join(' ', Enumerable.Repeat($"Bước của {procedure.Name}: nộp hồ sơ, nhận giấy hẹn.", 50)) },
    };
}
