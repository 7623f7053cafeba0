namespace Chatbot.Catalogue.Import.Tables;

/// <summary>Columns of the FAQ template.</summary>
public static class FaqColumns
{
    public static readonly Column Id = new("Mã câu hỏi", "Không đổi giữa các lần nhập", "gio-lam-viec", Required: true);
    public static readonly Column Questions = new("Câu hỏi", "Mỗi dòng một cách hỏi", "Xã làm việc mấy giờ?\nThứ bảy có làm việc không?", Required: true);
    public static readonly Column Answer = new("Trả lời", "Câu trả lời đã được duyệt", "Từ thứ hai đến thứ sáu, 7:30–11:30 và 13:30–17:00. (dòng ví dụ, hãy xóa)", Required: true);
    public static readonly Column Topic = new("Chủ đề", "Nhóm câu hỏi", "Giờ làm việc");
    public static readonly Column Source = new("Nguồn", "Văn bản hoặc đơn vị cung cấp", "Thông báo của Ủy ban nhân dân xã");
    public static readonly Column SourceUrl = new("Đường dẫn nguồn", "Trang nguồn", "");
    public static readonly Column SourceDate = new("Ngày nguồn", "ngày/tháng/năm", "01/07/2026");
    public static readonly Column ValidFrom = new("Hiệu lực từ", "ngày/tháng/năm", "");
    public static readonly Column ValidUntil = new("Hiệu lực đến", "Ngày cuối cùng còn hiệu lực, ngày/tháng/năm", "");
    public static readonly Column ProcedureCode = new("Mã thủ tục", "Thủ tục mà câu hỏi thuộc về", "");

    public static readonly IReadOnlyList<Column> All =
        [Id, Questions, Answer, Topic, Source, SourceUrl, SourceDate, ValidFrom, ValidUntil, ProcedureCode];
}
