namespace Chatbot.Catalogue.Import.Tables;

/// <summary>Columns of the procedures' template. A cell may hold several lines (Alt+Enter); the sign | parts what belongs to one line.</summary>
public static class ProcedureColumns
{
    public static readonly Column Code = new("Mã thủ tục", "Mã trên Cổng Dịch vụ công quốc gia, dạng 1.234567", "9.000001", Required: true);
    public static readonly Column Name = new("Tên thủ tục", "Tên đầy đủ", "Đăng ký sử dụng nhà văn hóa (dòng ví dụ, hãy xóa)", Required: true);
    public static readonly Column Field = new("Lĩnh vực", "Tên lĩnh vực", "Văn hóa cơ sở");
    public static readonly Column IssuingAgency = new("Cơ quan ban hành", "Cơ quan công bố thủ tục", "Bộ Văn hóa, Thể thao và Du lịch");
    public static readonly Column PerformingAgency = new("Cơ quan thực hiện", "Nơi giải quyết thủ tục", "Ủy ban nhân dân cấp xã");
    public static readonly Column ReceivingPlace = new("Nơi tiếp nhận", "Địa chỉ nộp hồ sơ", "Trung tâm Phục vụ hành chính công xã");
    public static readonly Column Levels = new("Cấp thực hiện", "Cấp xã, Cấp tỉnh, Cấp bộ, Cơ quan khác; cách nhau bằng dấu phẩy", "Cấp xã");
    public static readonly Column Applicants = new("Đối tượng thực hiện", "Cách nhau bằng dấu phẩy", "Công dân Việt Nam, Doanh nghiệp");
    public static readonly Column Steps = new("Trình tự thực hiện", "Mỗi bước một dòng", "Bước 1: Nộp hồ sơ.\nBước 2: Nhận phiếu hẹn.\nBước 3: Nhận kết quả.");
    public static readonly Column Documents = new("Thành phần hồ sơ",
        "Mỗi giấy tờ một dòng: Tên | số bản chính | số bản sao | tên mẫu | đường dẫn mẫu | ghi chú. Dòng bắt đầu bằng # mở một trường hợp riêng",
        "Đơn đăng ký | 1 | 0 | Mẫu số 01 | https://example.vn/mau-01.docx\n# Trường hợp tổ chức sự kiện\nKế hoạch tổ chức | 1 | 1");
    public static readonly Column Methods = new("Cách thức thực hiện",
        "Mỗi hình thức một dòng: Trực tiếp, Trực tuyến hoặc Dịch vụ bưu chính | thời hạn | phí, lệ phí (nhiều khoản cách nhau bằng ;) | ghi chú. Để trống phí nếu không rõ; chỉ ghi Miễn phí khi chắc chắn",
        "Trực tiếp | 3 ngày làm việc | 20.000 đồng (mỗi lần) | Nộp tại Trung tâm\nTrực tuyến | 3 ngày làm việc | Miễn phí |");
    public static readonly Column LegalBases = new("Căn cứ pháp lý", "Mỗi văn bản một dòng: Tên | số hiệu", "Nghị định về nhà văn hóa | 12/2024/NĐ-CP");
    public static readonly Column Conditions = new("Yêu cầu, điều kiện", "Mỗi điều kiện một dòng", "");
    public static readonly Column Outcomes = new("Kết quả", "Mỗi kết quả một dòng: Tên | mã kết quả", "Phiếu đăng ký đã xác nhận");
    public static readonly Column Online = new("Mức độ trực tuyến", "Toàn trình, Một phần, Không; để trống nếu không rõ", "Một phần");
    public static readonly Column Postal = new("Nhận qua bưu chính", "Có, Không; để trống nếu không rõ", "Có");
    public static readonly Column PayOnline = new("Thanh toán trực tuyến", "Có, Không; để trống nếu không rõ", "Không");
    public static readonly Column SourceUrl = new("Đường dẫn nguồn", "Trang của thủ tục", "https://dichvucong.gov.vn/");
    public static readonly Column DecisionNumber = new("Số quyết định", "Quyết định công bố", "123/QĐ-UBND");
    public static readonly Column SourceDate = new("Ngày nguồn", "Ngày đọc nguồn, ngày/tháng/năm", "15/07/2026");
    public static readonly Column Status = new("Tình trạng", "Còn hiệu lực, Sửa đổi, Bãi bỏ, Thay thế; để trống là còn hiệu lực", "Còn hiệu lực");
    public static readonly Column ValidFrom = new("Hiệu lực từ", "ngày/tháng/năm", "01/08/2026");
    public static readonly Column ValidUntil = new("Hiệu lực đến", "Ngày cuối cùng còn hiệu lực, ngày/tháng/năm", "");
    public static readonly Column ReplacedBy = new("Mã thay thế", "Mã của thủ tục thay thế", "");

    public static readonly IReadOnlyList<Column> All =
    [
        Code, Name, Field, IssuingAgency, PerformingAgency, ReceivingPlace, Levels, Applicants, Steps, Documents, Methods, LegalBases, Conditions, Outcomes,
        Online, Postal, PayOnline, SourceUrl, DecisionNumber, SourceDate, Status, ValidFrom, ValidUntil, ReplacedBy,
    ];
}
