using System.ComponentModel;
using Chatbot.Campaigns.Sending;

namespace Chatbot.Web.Api;

/// <summary>A draft as another system writes it.</summary>
public sealed record NewCampaign
{
    [Description("Tên chiến dịch, 1 đến 200 ký tự")] public required string Name { get; init; }

    [Description("Outreach: tuyên truyền chung; PersonalNotice: thông báo việc riêng của người nhận")] public string Purpose { get; init; } = "Outreach";

    [Description("Tiêu đề, không quá 300 ký tự; có thể để trống")] public string Title { get; init; } = "";

    [Description("Nội dung tiếng Việt, không quá 8.000 ký tự; có thể dùng {don_vi}, {ngay}, {thu} và {thang}")] public required string Text { get; init; }

    [Description("Địa chỉ ảnh, chỉ dùng khi đăng công khai; có thể để trống")] public string PictureUrl { get; init; } = "";

    [Description("Không quá 3 liên kết")] public IReadOnlyList<NewLink> Links { get; init; } = [];

    [Description("Số điện thoại để gọi; có thể để trống")] public string Phone { get; init; } = "";

    [Description("Update, Utility hoặc PagePost; bỏ trống: không gửi trên Facebook")] public string? Facebook { get; init; }

    [Description("Template, Consultation hoặc Broadcast; bỏ trống: không gửi trên Zalo")] public string? Zalo { get; init; }

    [Description("Tên tin mẫu tiện ích đã được duyệt trên Facebook")] public string FacebookTemplate { get; init; } = "";

    [Description("Ngôn ngữ của tin mẫu Facebook")] public string FacebookTemplateLanguage { get; init; } = "vi";

    [Description("Mã tin mẫu ZBS đã được duyệt trên Zalo")] public string ZaloTemplate { get; init; } = "";

    [Description("Giá trị điền vào tin mẫu, theo thứ tự")] public IReadOnlyList<NewValue> Values { get; init; } = [];

    [Description("Mã nhóm nhận tin; bỏ trống khi đăng công khai")] public Guid? SegmentId { get; init; }

    [Description("Zalo hoặc Facebook: kênh ưu tiên khi một người có cả hai kênh")] public string Preferred { get; init; } = "Zalo";

    [Description("Không gửi trước lúc này; bỏ trống: gửi ngay khi được lên lịch")] public DateTimeOffset? StartsAt { get; init; }

    [Description("Quá lúc này thì không gửi nữa; bỏ trống: không hạn")] public DateTimeOffset? EndsAt { get; init; }

    [Description("Mã chủ đề mà người dân có thể từ chối; có thể để trống")] public string Topic { get; init; } = "";

    [Description("Anonymous: đếm lượt bấm liên kết, không ghi ai bấm; ByRecipient: ghi theo lượt gửi; bỏ trống: không đếm")] public string? Clicks { get; init; }

    [Description("Bản dịch: mã ngôn ngữ (ví dụ km, hmn), tiêu đề, nội dung; liên kết và số điện thoại như bản tiếng Việt")] public IReadOnlyList<NewVariant> Variants { get; init; } = [];

    [Description("Nhiệm vụ trong kế hoạch; có thể để trống")] public string PlanTask { get; init; } = "";

    [Description("Tiêu chí; có thể để trống")] public string PlanCriterion { get; init; } = "";

    [Description("Đơn vị được tính; có thể để trống")] public string PlanUnit { get; init; } = "";

    [Description("Kỳ được tính; có thể để trống")] public string PlanPeriod { get; init; } = "";

    [Description("Đơn vị gửi; bỏ trống: đơn vị của khóa")] public Guid? UnitId { get; init; }
}

public sealed record NewLink(string Title, string Url);

public sealed record NewValue(string Name, string Value);

public sealed record NewVariant(string Language, string Title, string Text);

public sealed record SeenRevision
{
    [Description("Số revision của chiến dịch như bên gọi đã đọc; khác đi thì bị từ chối")] public required int Revision { get; init; }
}

/// <summary>A campaign as it stands, with its counts.</summary>
public sealed record CampaignState(Guid Id, int Revision, string Name, string Status, string Purpose, Guid UnitId, string ContentHash)
{
    /// <summary>Why it stopped by itself; null: it did not.</summary>
    public string? StoppedBecause { get; init; }

    public int ExpectedRecipients { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Null: just written, nothing to count.</summary>
    public CampaignCounts? Counts { get; init; }
}

public sealed record CampaignCounts(int Total, int Open, int Sent, int Refused, int Unknown, int Skipped)
{
    public int Delivered { get; init; }

    public int Seen { get; init; }

    public int Answered { get; init; }

    public int OptedOut { get; init; }

    public int Complaints { get; init; }

    public int Questions { get; init; }

    public int Clicks { get; init; }
}

/// <param name="Next">Give it as <c>after</c> for the next page; null: this was the last.</param>
public sealed record DeliveryPage(IReadOnlyList<DeliveryState> Items, long? Next);

/// <summary>A row of the ledger; names nobody.</summary>
public sealed record DeliveryState(long Id, int Batch, string Channel, string Status, string? Reason, DateTimeOffset? LeftAt, DateTimeOffset? SentAt, DateTimeOffset? DeliveredAt, DateTimeOffset? SeenAt)
{
    internal static DeliveryState Of(Delivery d) => new(d.Id, d.Batch, d.Channel.ToString(), d.Status.ToString(), d.Reason, d.LeftAt, d.SentAt, d.DeliveredAt, d.SeenAt);
}

public sealed record SegmentName(Guid Id, string Name, int Version, Guid UnitId);
