using System.Globalization;
using System.Text.RegularExpressions;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>Ages in full years that a text is about; both ends belong to it.</summary>
public readonly partial record struct AgeRange(int From, int To)
{
    private const int Oldest = 150;

    /// <summary>Says nothing of age.</summary>
    public static readonly AgeRange Any = new(0, Oldest);

    public bool Meets(AgeRange other) => From <= other.To && other.From <= To;

    /// <summary>"người từ đủ 14 tuổi trở lên" is 14 and more, "người dưới 14 tuổi" up to 13.</summary>
    public static AgeRange OfTitle(string title) => Bounds().Match(VietnameseText.Normalise(title)) is { Success: true } match ? Of(match) : Any;

    /// <summary>"con 14 tuổi" is 14 alone; "trên", "dưới", "chưa đủ" open one side. The last age that is told counts: stories begin with the parents.</summary>
    public static AgeRange OfMessage(Reading reading)
    {
        for (var i = reading.Words.Count - 1; i > 0; i--)
        {
            if (reading.Words[i].Folded == "tuoi" && int.TryParse(reading.Words[i - 1].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age < Oldest)
            {
                return Told(age, i > 1 ? reading.Words[i - 2].Folded : "", i > 2 ? reading.Words[i - 3].Folded : "");
            }
        }

        return Any;
    }

    private static AgeRange Told(int age, string before, string twoBefore) => (twoBefore, before) switch
    {
        (_, "duoi" or "chua") or ("chua", _) => new(0, age - 1),
        (_, "tren" or "tu") or ("tu", "du") => new(age, Oldest),
        _ => new(age, age),
    };

    private static AgeRange Of(Match match)
    {
        var age = int.Parse(match.Groups["age"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return match.Groups["under"].Success ? new(0, age - 1) : new(age, Oldest);
    }

    [GeneratedRegex(@"(?:(?<under>dưới)|từ đủ|từ|đủ|trên) (?<age>\d{1,3}) tuổi")]
    private static partial Regex Bounds();
}
