namespace Chatbot.Channels.Facebook;

/// <summary>Links and the number to call as buttons; what no button can hold becomes a line of text.</summary>
internal static class FacebookButtons
{
    /// <remarks>A web_url button takes an http(s) address; a phone_number button a number with its country.</remarks>
    public static (IReadOnlyList<FacebookButton> Buttons, IReadOnlyList<string> Lines) Of(OutboundMessage message, FacebookLimits limits)
    {
        var buttons = new List<FacebookButton>(limits.Buttons);
        var lines = new List<string>();
        if (message.Phone is { } phone) Add(Phone(phone, limits), phone.Title, phone.Number);
        foreach (var link in message.Links) Add(Web(link, limits), link.Title, link.Url);
        return (buttons, lines);

        void Add(FacebookButton? button, string title, string target)
        {
            if (button is not null && buttons.Count < limits.Buttons) buttons.Add(button);
            else lines.Add(title.Length == 0 ? target : $"{LenientText.Composed(title)}: {target}");
        }
    }

    /// <returns>Null: not a number that can be dialled with a country code, such as 113 or 1900 1234.</returns>
    public static string? International(string number)
    {
        var isForeign = number.TrimStart().StartsWith('+');
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (number.Any(letter => !char.IsAsciiDigit(letter) && !" +.-()\u00a0".Contains(letter))) return null;   // two numbers, an extension
        if (isForeign) return digits.Length is >= 8 and <= 15 ? "+" + digits : null;
        return digits.Length is 10 or 11 && digits[0] == '0' ? "+84" + digits[1..] : null;
    }

    private static FacebookButton? Phone(PhoneNumber phone, FacebookLimits limits) =>
        International(phone.Number) is { } number ? new("phone_number", Title(phone.Title, phone.Number, limits)) { Payload = number } : null;

    private static FacebookButton? Web(Link link, FacebookLimits limits) =>
        Uri.TryCreate(link.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? new("web_url", Title(link.Title, url.Host, limits)) { Url = url.AbsoluteUri }
            : null;

    private static string Title(string title, string otherwise, FacebookLimits limits)
    {
        var text = LenientText.Composed(title).Trim();
        return TextSplitter.Shorten(text.Length > 0 ? text : otherwise.Trim(), limits.Title);
    }
}
