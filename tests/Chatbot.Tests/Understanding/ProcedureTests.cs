using Chatbot.Understanding;

namespace Chatbot.Tests.Understanding;

public sealed class ProcedureTests
{
    private static Understood Ask(string text, string? previous = null) => SmallCatalogue.Understander.Understand(text, previous);

    private static void First(string code, Understood understood)
    {
        Assert.True(understood.Candidates.Count > 0, $"{understood.Handling} {understood.Confidence}");
        Assert.Equal(code, understood.Candidates[0].Code);
    }

    [Theory]
    [InlineData("tôi định làm khai sinh cho cháu, cần những gì?", "1.001193", Aspect.Documents)]
    [InlineData("dang ky ket hon het bao nhieu tien", "1.000894", Aspect.Fee)]
    [InlineData("giấy độc thân xin ở đâu", "1.004873", Aspect.Where)]
    [InlineData("rớt mất căn cước giờ làm lại sao", "1.014064", Aspect.Steps)]
    [InlineData("sao y bằng đại học mấy ngày có", "2.000815", Aspect.Time)]
    [InlineData("mo quan ca phe can giay to gi", "1.001612", Aspect.Documents)]
    [InlineData("đăng ký tạm trú qua mạng", "1.004194", Aspect.Online)]
    [InlineData("đăng ký tạm trú online được không", "1.004194", Aspect.Online)]
    public void Everyday_questions_find_their_procedure_and_aspect(string text, string code, Aspect aspect)
    {
        var understood = Ask(text);
        First(code, understood);
        Assert.Equal(aspect, understood.Aspect);
        Assert.Contains(understood.Handling, new[] { Handling.Procedure, Handling.Clarify });
    }

    [Theory]
    [InlineData("đăng ký khai sinh", "1.001193")]
    [InlineData("đăng ký lại khai sinh", "1.004884")]
    [InlineData("xin bản sao giấy khai sinh", "2.000635")]
    [InlineData("khai sinh có yếu tố nước ngoài", "2.000528")]
    [InlineData("gia hạn tạm trú", "1.002755")]
    [InlineData("xóa đăng ký thường trú", "1.003197")]
    [InlineData("đăng ký chấm dứt giám hộ", "1.004845")]
    [InlineData("đăng ký giám hộ", "1.004837")]
    [InlineData("kết hôn với người nước ngoài", "2.000806")]
    [InlineData("đổi thẻ căn cước", "1.014063")]
    [InlineData("cấp lại thẻ căn cước", "1.014064")]
    [InlineData("căn cước cho bé dưới 14 tuổi", "1.014062")]
    [InlineData("lam the can cuoc cho con 14 tuoi", "1.014061")]
    [InlineData("làm căn cước cho con 13 tuổi", "1.014062")]
    [InlineData("cháu nhà em 16 tuổi rồi mà chưa có căn cước thì làm sao", "1.014061")]
    [InlineData("làm căn cước cho bé chưa đủ 14 tuổi", "1.014062")]
    [InlineData("đổi giấy phép lái xe", "3.000347")]
    [InlineData("cấp lại giấy phép lái xe", "3.000348")]
    [InlineData("tạm ngừng kinh doanh", "1.001570")]
    [InlineData("chấm dứt hộ kinh doanh", "1.001266")]
    [InlineData("tách hộ khẩu", "1.010038")]
    [InlineData("tách thửa đất", "1.012784")]
    [InlineData("nhập hộ khẩu cho vợ", "1.004222")]
    public void Near_duplicates_are_told_apart(string text, string code) => First(code, Ask(text));

    [Fact]
    public void The_communes_code_of_a_service_comes_before_its_siblings()
    {
        var codes = Ask("làm căn cước lần đầu cho người trên 14 tuổi").Candidates.Select(c => c.Code).ToList();
        Assert.Equal("1.014061", codes[0]);
        Assert.True(codes.IndexOf("2.000200") is > 0 and var province && codes.IndexOf("1.001247") > province);
    }

    [Theory]
    [InlineData("thế phí bao nhiêu", Aspect.Fee)]
    [InlineData("bao lâu thì có ạ", Aspect.Time)]
    [InlineData("the nop o dau vay", Aspect.Where)]
    [InlineData("cần mang theo gì", Aspect.Documents)]
    public void A_bare_aspect_keeps_the_topic(string text, Aspect aspect)
    {
        var understood = Ask(text, "1.000894");
        First("1.000894", understood);
        Assert.Equal((Handling.Procedure, aspect), (understood.Handling, understood.Aspect));
    }

    [Theory]
    [InlineData("cho hỏi mất bằng lái xin cấp lại ở đâu", "3.000348")]
    [InlineData("còn gia hạn thì sao", "1.002755")]
    [InlineData("không, ý tôi là xóa đăng ký thường trú", "1.003197")]
    public void A_new_question_leaves_the_topic(string text, string code) => First(code, Ask(text, "1.004194"));

    [Fact]
    public void An_unknown_previous_code_counts_as_none() => Assert.Equal(Ask("đăng ký tạm trú").Candidates[0], Ask("đăng ký tạm trú", "9.999999").Candidates[0]);

    [Fact]
    public void A_code_is_taken_at_its_word() => First("1.012784", Ask("thủ tục 1.012784 nộp ở đâu"));

    [Fact]
    public void Two_needs_in_one_message_are_both_found()
    {
        var understood = Ask("đăng ký kết hôn cần những gì, và xin cấp hộ chiếu lần đầu ở đâu");
        Assert.Equal(["1.000894", "1.001456"], understood.Candidates.Take(2).Select(c => c.Code).Order());
        Assert.Single(understood.MoreNeeds);
    }

    [Fact]
    public void A_dossiers_number_is_read() => Assert.Equal("H49.20.30-250712-0013", Ask("xem giúp hồ sơ h49.20.30-250712-0013").DossierNumber);

    [Fact]
    public void Old_names_of_provinces_are_understood() => Assert.Contains(Ask("tôi ở Hà Nam muốn đăng ký tạm trú").Places, p => p.Today == "Ninh Bình");

    [Fact]
    public void A_question_about_the_office_is_an_faq() => Assert.Equal((Handling.Faq, "office-hours"), (Ask("thứ bảy có làm không ạ").Handling, Ask("ủy ban làm việc mấy giờ").FaqId));

    [Fact]
    public void The_offices_own_faq_is_found()
    {
        var catalogue = SmallCatalogue.Catalogue with { Faqs = [new("par-index", ["Chỉ số PAR INDEX là gì", "par index nghĩa là gì"], null)] };
        Assert.Equal("par-index", Understander.Build(catalogue, UnderstandingData.Embedded()).Understand("par index là gì vậy", null).FaqId);
    }

    [Fact]
    public void An_explanation_says_what_became_what()
    {
        var trace = SmallCatalogue.Understander.Explain("đk ks cho bé", null).Trace;
        Assert.Contains(trace.Lines, line => line.Contains("đk → đăng ký", StringComparison.Ordinal));
        Assert.Contains(trace.Lines, line => line.StartsWith("ứng viên: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_threads_may_ask_at_once()
    {
        var alone = Ask("giấy độc thân xin ở đâu").Candidates;
        Parallel.For(0, 200, _ => Assert.Equal(alone, Ask("giấy độc thân xin ở đâu").Candidates));
    }
}
