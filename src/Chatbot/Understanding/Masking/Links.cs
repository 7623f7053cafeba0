using System.Globalization;

namespace Chatbot.Understanding.Masking;

/// <summary>E-mail addresses, links that lead to a person or a dossier, mentions, and places by degrees. A plain link of a public authority stays.</summary>
internal sealed class Links : IMaskingRule
{
    private const int Longest = 80;
    private const string InAddress = "._-+%";
    private const string AfterLink = ".,;:!?)\"'”]";

    private static readonly HashSet<string> Ends =
        ["com", "vn", "net", "org", "me", "gl", "io", "app", "info", "edu", "gov", "be", "ly", "co", "page", "link", "google", "asia", "xyz", "top", "online", "site"];

    private static readonly HashSet<string> MailHosts = ["gmail", "yahoo", "hotmail", "outlook", "icloud", "email", "mail", "ymail"];

    public void Find(Page page)
    {
        for (var at = 0; at < page.Count; at++)
        {
            var end = Math.Max(Mail(page, at), Math.Max(Link(page, at), Math.Max(Degrees(page, at), Coordinates(page, at))));
            at = Math.Max(at, end - 1);
        }
    }

    // lan@example.com, lan @ gmail . com, lan a còng gmail chấm com, lan(at)gmail.com
    private static int Mail(Page page, int at)
    {
        var isSign = page.IsSign(at, '@');
        var isSpoken = !isSign && page.IsWord(at) && page[at].Plain == "a" && page.IsWord(at + 1) && page[at + 1].Folded is ("cong" or "vong" or "moc");
        var isBracketed = !isSign && IsBracketed(page, at);
        if (!isSign && !isSpoken && !isBracketed) return at;
        var host = at + (isSign ? 1 : isBracketed ? 3 : 2);
        if (!page.IsOpen(host) || !page[host].IsWordOrDigits || page[host].Gap > 1 || (isSpoken && !MailHosts.Contains(page[host].Folded))) return at;
        var from = at;
        while (from > 0 && at - from < Longest && (from == at || page[from].Gap == 0) && page.IsOpen(from - 1) && (page[from - 1].IsWordOrDigits || InAddress.Contains(page[from - 1].Text[0]))) from--;
        var end = host + 1;
        while (page.IsOpen(end) && page[end].Gap == 0 && (page[end].IsWordOrDigits || InAddress.Contains(page[end].Text[0])) && end - host < Longest) end++;
        while (!page[end - 1].IsWordOrDigits) end--;
        while ((page.IsSign(end, '.') || (page.IsWord(end) && page[end].Folded == "cham")) && page.IsWord(end + 1) && Ends.Contains(page[end + 1].Plain)) end += 2;
        page.Take(from < at ? PersonalKind.Email : PersonalKind.Link, from, end, from < at ? "có @" : "tên tài khoản sau @");
        return end;
    }

    private static bool IsBracketed(Page page, int at) =>
        (page.IsSign(at, '(') || page.IsSign(at, '[') || page.IsSign(at, '{')) && page.IsWord(at + 1) && page[at + 1].Plain is ("at" or "a") && page.IsOpen(at + 2) && ")]}".Contains(page[at + 2].Text[0])
        && page.IsWord(at + 3) && page[at + 3].Gap <= 1 && (MailHosts.Contains(page[at + 3].Plain) || page.IsSign(at + 4, '.'));

    private static int Link(Page page, int at)
    {
        if (!page.IsWord(at) || (at > 0 && page[at].Gap == 0 && page[at - 1].IsWordOrDigits)) return at;
        var end = at + 1;
        while (page.IsOpen(end) && page[end].Gap == 0 && end - at < Longest && page[end].Text[0] is not ('<' or '>' or '"' or '(' or '”')) end++;
        while (end > at + 1 && page[end - 1].Kind == TokenKind.Sign && AfterLink.Contains(page[end - 1].Text[0])) end--;
        var written = string.Concat(Enumerable.Range(at, end - at).Select(i => page[i].Plain));
        if (HostOf(written) is not { } host) return at;
        if (IsPersonal(host, written)) page.Take(PersonalKind.Link, at, end, "đường dẫn riêng");
        else page.Keep(at, end);
        return end;
    }

    /// <returns>Null: this is no link.</returns>
    private static string? HostOf(string written)
    {
        var bare = written.StartsWith("https://", StringComparison.Ordinal) ? written[8..] : written.StartsWith("http://", StringComparison.Ordinal) ? written[7..] : written;
        var host = bare.Split('/', '?', '#', ':')[0];
        var labels = host.Split('.');
        return labels.Length >= 2 && labels.All(l => l.Length > 0 && l.All(c => char.IsAsciiLetterOrDigit(c) || c is '-')) && Ends.Contains(labels[^1]) ? host : null;
    }

    private static bool IsPersonal(string host, string written)
    {
        var rest = written[(written.IndexOf(host, StringComparison.Ordinal) + host.Length)..].Trim('/');
        if (rest.Length == 0) return false;
        return !host.EndsWith(".gov.vn", StringComparison.Ordinal) || LongestNumber(rest) >= 7 || rest.Contains('@') || rest.Contains("token", StringComparison.Ordinal);
    }

    private static int LongestNumber(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text) longest = Math.Max(longest, run = char.IsAsciiHexDigit(c) && (char.IsDigit(c) || run > 0) ? run + 1 : 0);
        return longest;
    }

    // 21.0278, 105.8342
    private static int Coordinates(Page page, int at)
    {
        if (!IsDecimal(page, at, 7, 24)) return at;
        var second = at + 3;
        if (page.IsOpen(second) && page[second].Kind == TokenKind.Sign && page[second].Text[0] is (',' or ';' or '/')) second++;
        if (!IsDecimal(page, second, 101, 118)) return at;
        page.Take(PersonalKind.Place, at, second + 3, "tọa độ");
        return second + 3;
    }

    private static bool IsDecimal(Page page, int at, int least, int most) =>
        page.IsDigits(at) && page[at].Length <= 3 && int.Parse(page[at].Text, CultureInfo.InvariantCulture) is var whole && whole >= least && whole <= most
        && page.IsSign(at + 1, '.') && page[at + 1].Gap == 0 && page.IsDigits(at + 2) && page[at + 2].Gap == 0 && page[at + 2].Length >= 3;

    // 21°01'40"N 105°50'03"E
    private static int Degrees(Page page, int at)
    {
        if (!page.IsDigits(at) || !page.IsSign(at + 1, '°')) return at;
        var (end, degrees) = (at + 1, 0);
        while (page.IsOpen(end) && end - at < 24 && (page[end].IsDigits || (page[end].IsWord && page[end].Length == 1) || "°'\"′″’”.,".Contains(page[end].Text[0])))
            if (page[end++].IsSign('°')) degrees++;
        if (degrees < 2) return at;
        page.Take(PersonalKind.Place, at, end, "tọa độ");
        return end;
    }
}
