using Chatbot.Understanding;

namespace Chatbot.Tests.Understanding;

/// <summary>Some fifty procedures of a commune office, by title only, with the phrase bank and rules that ship.</summary>
public static class SmallCatalogue
{
    private const string Rows = """
        1.001193|Thủ tục đăng ký khai sinh|Hộ tịch
        2.000986|Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi|Hộ tịch
        1.004884|Thủ tục đăng ký lại khai sinh|Hộ tịch
        1.004772|Thủ tục đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân|Hộ tịch
        2.000635|Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh|Hộ tịch
        2.000528|Thủ tục đăng ký khai sinh có yếu tố nước ngoài|Hộ tịch
        1.001022|Thủ tục đăng ký nhận cha, mẹ, con|Hộ tịch
        1.000894|Thủ tục đăng ký kết hôn|Hộ tịch
        1.004746|Thủ tục đăng ký lại kết hôn|Hộ tịch
        2.000806|Thủ tục đăng ký kết hôn có yếu tố nước ngoài|Hộ tịch
        1.004873|Thủ tục cấp Giấy xác nhận tình trạng hôn nhân|Hộ tịch
        1.000656|Thủ tục đăng ký khai tử|Hộ tịch
        1.004859|Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc|Hộ tịch
        1.004837|Thủ tục đăng ký giám hộ|Hộ tịch
        1.004845|Thủ tục đăng ký chấm dứt giám hộ|Hộ tịch
        2.001263|Đăng ký việc nuôi con nuôi trong nước|Nuôi con nuôi
        2.000815|Chứng thực bản sao từ bản chính giấy tờ, văn bản|Chứng thực
        2.000884|Chứng thực chữ ký trong các giấy tờ, văn bản|Chứng thực
        2.001035|Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở|Chứng thực
        2.001019|Chứng thực di chúc|Chứng thực
        1.004222|Đăng ký thường trú|Đăng ký, quản lý cư trú
        1.003197|Xóa đăng ký thường trú|Đăng ký, quản lý cư trú
        1.010038|Tách hộ|Đăng ký, quản lý cư trú
        1.004194|Đăng ký tạm trú|Đăng ký, quản lý cư trú
        1.002755|Gia hạn tạm trú|Đăng ký, quản lý cư trú
        2.001159|Thông báo lưu trú|Đăng ký, quản lý cư trú
        1.014061|Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên|Cấp, quản lý căn cước
        2.000200|Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên (thực hiện tại cấp tỉnh)|Cấp, quản lý căn cước
        1.001247|Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên (thực hiện tại cấp trung ương)|Cấp, quản lý căn cước
        1.014062|Cấp thẻ căn cước cho người dưới 14 tuổi|Cấp, quản lý căn cước
        1.014063|Cấp đổi thẻ căn cước|Cấp, quản lý căn cước
        1.014064|Cấp lại thẻ căn cước|Cấp, quản lý căn cước
        3.000333|Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam|Lý lịch tư pháp
        1.001456|Cấp hộ chiếu phổ thông ở trong nước (thực hiện tại cấp tỉnh)|Quản lý xuất nhập cảnh
        1.010386|Trình báo mất hộ chiếu phổ thông (thực hiện tại cấp xã)|Quản lý xuất nhập cảnh
        1.013978|Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận lần đầu|Đất đai
        1.012786|Cấp lại Giấy chứng nhận do bị mất|Đất đai
        1.012784|Tách thửa hoặc hợp thửa đất.|Đất đai
        1.012812|Hòa giải tranh chấp đất đai|Đất đai
        1.013225|Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ|Hoạt động xây dựng
        1.001612|Đăng ký thành lập hộ kinh doanh|Hộ kinh doanh
        1.001570|Tạm ngừng kinh doanh của hộ kinh doanh|Hộ kinh doanh
        1.001266|Chấm dứt hoạt động hộ kinh doanh|Hộ kinh doanh
        3.000346|Cấp giấy phép lái xe|Sát hạch, cấp giấy phép lái xe
        3.000347|Đổi giấy phép lái xe|Sát hạch, cấp giấy phép lái xe
        3.000348|Cấp lại giấy phép lái xe|Sát hạch, cấp giấy phép lái xe
        1.013080|Cấp lại chứng nhận đăng ký xe, biển số xe|Đăng ký, quản lý phương tiện
        1.014027|Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội|Bảo trợ xã hội
        1.001699|Xác định mức độ khuyết tật và cấp Giấy xác nhận khuyết tật|Bảo trợ xã hội
        1.012084|Thủ tục cấm tiếp xúc theo Quyết định của Chủ tịch Ủy ban nhân dân cấp xã|Gia đình
        3.000243|Cấp mới Giấy chứng nhận đủ điều kiện về an ninh, trật tự (thực hiện tại cấp xã)|Quản lý ngành nghề
        1.001694|Nhập khẩu giống thủy sản|Thủy sản
        """;

    public static KnownCatalogue Catalogue { get; } = new([.. Rows.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Row)], []);

    private static readonly Lazy<Understander> Built = new(() => Understander.Build(Catalogue, UnderstandingData.Embedded()));

    public static Understander Understander => Built.Value;

    private static KnownProcedure Row(string row)
    {
        var cells = row.Split('|');
        var level = cells[1].Contains("trung ương", StringComparison.Ordinal) ? "Cấp bộ" : cells[1].Contains("cấp tỉnh", StringComparison.Ordinal) ? "Cấp tỉnh" : "Cấp xã";
        return new(cells[0], cells[1], cells[2], [level], level == "Cấp xã" ? "Ủy ban nhân dân cấp xã" : "Sở", false);
    }
}
