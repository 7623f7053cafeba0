using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>The three lines under every answer: online? by post? pay online? Only what the page states.</summary>
public static partial class Conveniences
{
    /// <summary>
    /// None: the page lists its ways to hand in, and online is not among them. Unknown although <see cref="Procedure.Methods"/> has an online way: it can be handed in
    /// online, and the page does not say whether fully or in part.
    /// </summary>
    public static OnlineLevel Online(string title, IReadOnlyList<SubmissionMethod> methods, bool sure)
    {
        var words = string.Join('\n', methods.Select(m => m.Note).Prepend(title));
        var (full, partial) = (Full().IsMatch(words), Partial().IsMatch(words));
        if (full != partial) return full ? OnlineLevel.FullOnline : OnlineLevel.PartialOnline;
        return sure && methods.Count > 0 && methods.All(m => m.Channel != SubmissionChannel.Online) && !OnlineWords().IsMatch(words) ? OnlineLevel.None : OnlineLevel.Unknown;
    }

    /// <summary>No: the page lists its ways to hand in, and nothing on it speaks of the post.</summary>
    public static Answerable Postal(IReadOnlyList<SubmissionMethod> methods, bool sure, string page)
    {
        if (methods.Any(m => m.Channel == SubmissionChannel.Post)) return Answerable.Yes;
        if (Post().IsMatch(page)) return Answerable.Yes;
        return sure && methods.Count > 0 ? Answerable.No : Answerable.Unknown;
    }

    /// <summary>Yes when the page speaks of it; the portal never says no.</summary>
    public static Answerable PayOnline(string page) => Payment().IsMatch(page) ? Answerable.Yes : Answerable.Unknown;

    // "các TTHC đã toàn trình" is said of the portal in general, not of this procedure.
    [GeneratedRegex(@"trực\s+tuyến\s+toàn\s+trình|dịch\s+vụ\s+công\s+toàn\s+trình", RegexOptions.IgnoreCase)]
    private static partial Regex Full();

    [GeneratedRegex(@"trực\s+tuyến\s+một\s+phần|dịch\s+vụ\s+công\s+một\s+phần", RegexOptions.IgnoreCase)]
    private static partial Regex Partial();

    [GeneratedRegex(@"trực tuyến|Cổng dịch vụ công|môi trường điện tử|VNeID|Ứng dụng định danh", RegexOptions.IgnoreCase)]
    private static partial Regex OnlineWords();

    [GeneratedRegex(@"bưu chính|bưu điện", RegexOptions.IgnoreCase)]
    private static partial Regex Post();

    [GeneratedRegex(@"thanh toán trực tuyến|nộp (?:phí|lệ phí|phí, lệ phí)[^.\n]{0,40}trực tuyến", RegexOptions.IgnoreCase)]
    private static partial Regex Payment();
}
