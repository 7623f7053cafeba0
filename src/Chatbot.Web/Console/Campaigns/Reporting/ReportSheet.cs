using Chatbot.Campaigns;
using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Sending;
using Chatbot.Channels;

namespace Chatbot.Web.Console.Campaigns.Reporting;

/// <param name="Rows">Address of the rows that are counted, all channels; a channel is added with <c>channel=</c>.</param>
/// <param name="Zalo">Null: not told apart by channel.</param>
public sealed record ReportLine(string Name, int Total, int? Zalo, int? Facebook, string Rows)
{
    /// <summary>A part of the line above.</summary>
    public bool IsPart { get; init; }

    public string RowsOf(Channel channel) => $"{Rows}{(Rows.Contains('?', StringComparison.Ordinal) ? '&' : '?')}channel={channel.ToString().ToLowerInvariant()}";
}

/// <summary>A campaign's report as people read it, on the page and in files.</summary>
public sealed record ReportSheet(Campaign Campaign, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<ReportLine> Lines, string Remark)
{
    public static IReadOnlyList<ReportLine> LinesOf(Guid id, CampaignReport report)
    {
        var path = $"/console/campaigns/{id}";
        List<ReportLine> lines =
        [
            Line(ReportTexts.Total, line => line.Count, report, $"{path}/rows"), Status(ReportTexts.Sent, DeliveryStatus.Sent, report, path),
            Line(ReportTexts.Delivered, line => line.Delivered, report, $"{path}/rows?what=delivered"), Line(ReportTexts.Seen, line => line.Seen, report, $"{path}/rows?what=seen"),
        ];
        lines.AddRange(Enum.GetValues<EffectKind>().Select(kind => new ReportLine(
            ReportWords.Of(kind), report.Of(kind, null), report.Of(kind, Channel.Zalo), report.Of(kind, Channel.Facebook), $"{path}/effects?kind={kind.ToString().ToLowerInvariant()}")));
        lines.AddRange(report.Clicks.Select(click => new ReportLine(ReportTexts.Clicks(click.Url), click.Count, null, null, $"{path}/clicks?link={click.LinkId}")));
        lines.Add(Status(ReportTexts.Refused, DeliveryStatus.Refused, report, path));
        lines.AddRange(Reasons(DeliveryStatus.Refused, report, path));
        lines.Add(Status(ReportTexts.Unknown, DeliveryStatus.Unknown, report, path));
        lines.Add(Status(ReportTexts.Skipped, DeliveryStatus.Skipped, report, path));
        lines.AddRange(Reasons(DeliveryStatus.Skipped, report, path));
        if (report.Progress.Open > 0) lines.Add(Line(ReportTexts.Open2, line => line.Status is DeliveryStatus.Planned or DeliveryStatus.Claimed or DeliveryStatus.Sending ? line.Count : 0, report, $"{path}/rows?what=open"));
        return lines;
    }

    private static ReportLine Status(string name, DeliveryStatus status, CampaignReport report, string path) =>
        Line(name, line => line.Status == status ? line.Count : 0, report, $"{path}/rows?what={status.ToString().ToLowerInvariant()}");

    private static IEnumerable<ReportLine> Reasons(DeliveryStatus status, CampaignReport report, string path) =>
        report.Progress.Lines.Where(line => line.Status == status && line.Reason is not null).Select(line => line.Reason!).Distinct().Select(reason =>
            Line(ReportTexts.Because(CampaignWords.Why(reason)), line => line.Status == status && line.Reason == reason ? line.Count : 0, report,
                $"{path}/rows?what={status.ToString().ToLowerInvariant()}&reason={Uri.EscapeDataString(reason)}") with
            { IsPart = true });

    private static ReportLine Line(string name, Func<ProgressLine, int> count, CampaignReport report, string rows) =>
        new(name, report.Sum(count, null), report.Sum(count, Channel.Zalo), report.Sum(count, Channel.Facebook), rows);
}
