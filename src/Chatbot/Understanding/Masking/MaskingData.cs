using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Masking;

/// <summary>The word lists of masking: Understanding/Data/masking/*.tsv.</summary>
internal sealed class MaskingData
{
    /// <summary>What stands in place of each kind, with brackets.</summary>
    public required IReadOnlyDictionary<PersonalKind, string> Marks { get; init; }

    public IReadOnlySet<string> MarkSet => markSet ??= Marks.Values.ToHashSet();

    /// <summary>Words before a number that say what it is.</summary>
    public required PhraseList Labels { get; init; }

    /// <summary>Words that may stand between a label or title and what it announces.</summary>
    public required WordList Fillers { get; init; }

    public required WordList Families { get; init; }

    /// <summary>Families that are hardly ever another word.</summary>
    public required WordList SureFamilies { get; init; }

    public required WordList Middles { get; init; }

    public required WordList Givens { get; init; }

    /// <summary>Words after which a name follows: ông, bà, cháu …</summary>
    public required PhraseList Titles { get; init; }

    /// <summary>Words that announce a name whatever it looks like: tên là, họ tên …</summary>
    public required PhraseList NameLabels { get; init; }

    /// <summary>Words that close a letter; the name of the writer follows.</summary>
    public required PhraseList Closings { get; init; }

    /// <summary>What looks like a name and is none: Hồ Chí Minh, Hà Nội, hồ sơ, anh hùng …</summary>
    public required PhraseList NotNames { get; init; }

    /// <summary>Words that are never part of a name or a street's name written in small letters.</summary>
    public required WordList Ordinary { get; init; }

    /// <summary>Words that open a part of an address: số nhà, ngõ, thôn …</summary>
    public required PhraseList AddressParts { get; init; }

    /// <summary>Words that say an address follows: địa chỉ, thường trú tại …</summary>
    public required PhraseList AddressLabels { get; init; }

    /// <summary>Where the public part of an address begins: xã, phường, tỉnh …</summary>
    public required PhraseList Communes { get; init; }

    /// <summary>What begins like a part of an address and is none: tổ chức, đường dây nóng …</summary>
    public required PhraseList NotAddresses { get; init; }

    public required PhraseList BirthLabels { get; init; }

    private HashSet<string>? markSet;

    public static MaskingData Embedded()
    {
        var names = UnderstandingData.Masking("names.tsv").ToLookup(row => row[0], row => row[1]);
        var words = UnderstandingData.Masking("words.tsv").ToLookup(row => row[0], row => row[1]);
        return new MaskingData
        {
            Marks = UnderstandingData.Masking("marks.tsv").ToDictionary(row => Enum.Parse<PersonalKind>(row[0]), row => row[1]),
            Labels = PhraseList.Of(UnderstandingData.Masking("labels.tsv").SelectMany(row => Cut(row[1]).Select(phrase => (phrase, row[0])))),
            Fillers = new(Cut(words, "filler")),
            Families = new(Cut(names, "family").Concat(Cut(names, "sure-family"))),
            SureFamilies = new(Cut(names, "sure-family")),
            Middles = new(Cut(names, "middle")),
            Givens = new(Cut(names, "given").Concat(Cut(names, "middle"))),
            Titles = PhraseList.Of(Cut(words, "title")),
            NameLabels = PhraseList.Of(Cut(words, "name-label")),
            Closings = PhraseList.Of(Cut(words, "closing")),
            NotNames = PhraseList.Of(Cut(words, "not-name")),
            Ordinary = new(Cut(words, "ordinary")),
            AddressParts = PhraseList.Of(Cut(words, "address-part").Select(p => (p, "any")).Concat(Cut(words, "address-part-large").Select(p => (p, "large")))),
            AddressLabels = PhraseList.Of(Cut(words, "address-label")),
            Communes = PhraseList.Of(Cut(words, "commune")),
            NotAddresses = PhraseList.Of(Cut(words, "not-address")),
            BirthLabels = PhraseList.Of(Cut(words, "birth-label")),
        };
    }

    private static IEnumerable<string> Cut(ILookup<string, string> rows, string kind) => rows[kind].SelectMany(Cut);

    private static string[] Cut(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Single words; in a line without accents a word is found under all its accented forms.</summary>
internal sealed class WordList
{
    private readonly HashSet<string> plain = [];
    private readonly HashSet<string> folded = [];

    public WordList(IEnumerable<string> words)
    {
        foreach (var word in words.Select(w => ToneMark.Placed(w.Normalize().ToLowerInvariant())))
        {
            plain.Add(word);
            folded.Add(Letters.Fold(word));
        }
    }

    public bool Has(Token token) => plain.Contains(token.Plain) || (token.InBareLine && token.IsBare && folded.Contains(token.Folded));

    /// <param name="loosely">A word without accents also stands for its accented forms, whatever line it is in.</param>
    public bool Has(Token token, bool loosely) => plain.Contains(token.Plain) || (loosely && token.IsBare && folded.Contains(token.Folded));
}
