using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Understanding.Text;

namespace Chatbot.Conversations;

/// <summary>Short things that citizens say to steer the talk; whole messages only, from <c>words.json</c>. What a message is about is Understanding's matter.</summary>
/// <remarks>All questions are asked of a message in its <see cref="Plain"/> form, made once a message.</remarks>
internal sealed class CitizenWords
{
    public static CitizenWords Shipped { get; } = Read();

    private readonly HashSet<string> yes, wrong, showData, deleteData, back, stop, maybeStop, resume, choose;

    private CitizenWords(WordLists lists) =>
        (yes, wrong, showData, deleteData, back, stop, maybeStop, resume, choose) =
            (Set(lists.Yes), Set(lists.Wrong), Set(lists.ShowData), Set(lists.DeleteData), Set(lists.Back),
                Set(lists.Stop), Set(lists.MaybeStop), Set(lists.Resume), Set(lists.Choose));

    public bool IsYes(string plain) => yes.Contains(plain);

    /// <summary>"That is not what I asked."</summary>
    public bool IsWrong(string plain) => wrong.Contains(plain);

    public bool IsShowData(string plain) => showData.Contains(plain);

    public bool IsDeleteData(string plain) => deleteData.Contains(plain);

    public bool IsBack(string plain) => back.Contains(plain);

    /// <summary>Only the whole message: "dừng" inside a question is not an opt-out.</summary>
    public bool IsStop(string plain) => stop.Contains(plain);

    /// <summary>Single words without accents that mean "stop" only when nothing was asked: "dung" is dừng, đừng and đúng.</summary>
    public bool IsMaybeStop(string plain) => maybeStop.Contains(plain);

    public bool IsResume(string plain) => resume.Contains(plain);

    /// <summary>"2", "số 2", "chọn 2.".</summary>
    /// <returns>1 to 99; null: not a choice.</returns>
    public int? Number(string plain)
    {
        if (plain.Length > 20) return null;
        var digits = plain.Length;
        while (digits > 0 && char.IsAsciiDigit(plain[digits - 1])) digits--;
        var isChoice = digits == 0 || choose.Contains(plain[..digits].TrimEnd());
        return isChoice && int.TryParse(plain.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100
            ? number
            : null;
    }

    /// <summary>One spelling, without the marks around it.</summary>
    public static string Plain(string text) => VietnameseText.Normalise(text).Trim(' ', '.', '!', '?', ',', '…', ')', '\n');

    private static HashSet<string> Set(IEnumerable<string> words) => words.Select(Plain).ToHashSet(StringComparer.Ordinal);

    private static CitizenWords Read()
    {
        using var file = typeof(CitizenWords).Assembly.GetManifestResourceStream("Chatbot.Conversations.words.json")
            ?? throw new InvalidOperationException("words.json is not embedded");
        return new CitizenWords(JsonSerializer.Deserialize(file, WordListsJson.Default.WordLists)
            ?? throw new InvalidOperationException("words.json is empty"));
    }
}

internal sealed record WordLists(
    IReadOnlyList<string> Yes, IReadOnlyList<string> Wrong, IReadOnlyList<string> ShowData,
    IReadOnlyList<string> DeleteData, IReadOnlyList<string> Back, IReadOnlyList<string> Stop,
    IReadOnlyList<string> MaybeStop, IReadOnlyList<string> Resume, IReadOnlyList<string> Choose);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WordLists))]
internal sealed partial class WordListsJson : JsonSerializerContext;
