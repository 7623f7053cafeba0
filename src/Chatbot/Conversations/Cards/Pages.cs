namespace Chatbot.Conversations.Cards;

/// <summary>A long list cut into pages that can be read on a phone; the same list always has the same pages.</summary>
internal sealed record Page(string Title, string Text);

internal static class Pages
{
    /// <summary>Characters a page holds unless one item alone is longer.</summary>
    public const int Longest = 1_400;

    /// <summary>Longest text of one item; the rest is at the source.</summary>
    public const int LongestItem = 500;

    /// <summary>Parts with a title of their own; small ones share a page, long ones continue on the next.</summary>
    public static IReadOnlyList<Page> Of(IEnumerable<(string Title, IReadOnlyList<string> Items)> parts)
    {
        var pages = new List<Page>();
        foreach (var (title, items) in parts)
        {
            foreach (var text in Packed(title, items)) Add(pages, new Page(title, text));
        }
        return pages;
    }

    private static void Add(List<Page> pages, Page page)
    {
        if (pages.Count > 0 && pages[^1].Text.Length + page.Text.Length < Longest)
            pages[^1] = pages[^1] with { Text = $"{pages[^1].Text}\n{page.Text}" };
        else pages.Add(page);
    }

    private static IEnumerable<string> Packed(string title, IReadOnlyList<string> items)
    {
        var head = title.Length == 0 ? "" : Texts.Heading(title) + "\n";
        var page = head;
        foreach (var item in items.Select(item => Words.Cut(item, LongestItem)))
        {
            if (page.Length > head.Length && page.Length + item.Length > Longest)
            {
                yield return page.TrimEnd();
                page = head;
            }
            page += item + "\n";
        }
        if (page.Length > head.Length) yield return page.TrimEnd();
    }
}
