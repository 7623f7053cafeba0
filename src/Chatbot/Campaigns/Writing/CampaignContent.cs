using System.Text;

namespace Chatbot.Campaigns.Writing;

/// <summary>One message in parts, in one language; rendered for each channel within its limits.</summary>
/// <param name="Title">Heading of an article or post; first line of a chat message; empty: none.</param>
/// <param name="Text">Plain text; may hold the marks of <see cref="Placeholders"/>.</param>
public sealed record CampaignContent(string Title, string Text)
{
    public const int LongestTitle = 300;
    public const int LongestText = 8_000;
    public const int MostLinks = 3;

    /// <summary>Https address of a picture; empty: none. Shown by public methods only.</summary>
    public string PictureUrl { get; init; } = "";

    public IReadOnlyList<CampaignLink> Links { get; init; } = [];

    /// <summary>A number to call; empty: none.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Text there, lengths within the limits, addresses http(s).</summary>
    public bool IsSound =>
        Text.Length is > 0 and <= LongestText && Title.Length <= LongestTitle && Phone.Length <= 30 && Links.Count <= MostLinks
        && (PictureUrl.Length == 0 || IsAddress(PictureUrl)) && Links.All(link => link.Title.Length is > 0 and <= 100 && IsAddress(link.Url));

    /// <summary>Trimmed, composed (NFC), one kind of line end, no half characters: the same words are always the same text.</summary>
    public CampaignContent Tidied() => this with
    {
        Title = Tidy(Title),
        Text = Tidy(Text),
        PictureUrl = Tidy(PictureUrl),
        Phone = Tidy(Phone),
        Links = [.. Links.Select(link => new CampaignLink(Tidy(link.Title), Tidy(link.Url))).Where(link => link.Title.Length + link.Url.Length > 0)],
    };

    /// <summary>The same with other addresses behind its links.</summary>
    public CampaignContent WithLinks(Func<string, string> addressOf) => this with { Links = [.. Links.Select(link => link with { Url = addressOf(link.Url) })] };

    public bool Equals(CampaignContent? other) =>
        other is not null && Title == other.Title && Text == other.Text && PictureUrl == other.PictureUrl && Phone == other.Phone && Links.SequenceEqual(other.Links);

    public override int GetHashCode() => HashCode.Combine(Title, Text, PictureUrl, Phone, Links.Count);

    internal static string Tidy(string text) =>
        Whole(text).Replace("\0", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize().Trim();

    // Half of a surrogate pair would be hashed as something else than it is.
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        return whole.ToString();
    }

    private static bool IsAddress(string text) => text.Length <= 1_000 && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http";
}

public sealed record CampaignLink(string Title, string Url);

/// <summary>The message in another language than Vietnamese.</summary>
/// <param name="Language">Tag of the language, such as <c>hmn</c> or <c>km</c>; see <see cref="Languages"/>.</param>
/// <param name="BasedOn">Hash of the Vietnamese text that was translated, see <see cref="CampaignDraft.HashOf"/>.</param>
public sealed record CampaignVariant(string Language, CampaignContent Content, string BasedOn)
{
    /// <summary>The Vietnamese text has changed since: somebody must look.</summary>
    public bool IsStale(CampaignContent vietnamese) => CampaignDraft.HashOf(vietnamese) != BasedOn;
}
