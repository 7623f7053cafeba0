namespace Chatbot.Radio;

/// <summary>What is said for abbreviations, units, addresses and parts of document numbers: Radio/Data/spoken.tsv.</summary>
internal sealed class SpeechData
{
    private static readonly Lazy<SpeechData> embedded = new(Read);
    private readonly Dictionary<string, Dictionary<string, string>> kinds = [];

    public static SpeechData Embedded => embedded.Value;

    /// <returns>Null: the file does not know it.</returns>
    public string? Said(string kind, string written) => kinds.GetValueOrDefault(kind)?.GetValueOrDefault(written);

    /// <summary>Everything of a kind, the longest first.</summary>
    public IEnumerable<string> Written(string kind) => kinds[kind].Keys.OrderByDescending(k => k.Length).ThenBy(k => k, StringComparer.Ordinal);

    /// <summary>Letter by letter.</summary>
    public string Spelled(string letters) => string.Join(' ', letters.Select(l => Said("letter", char.ToUpperInvariant(l).ToString()) ?? l.ToString()));

    private static SpeechData Read()
    {
        using var stream = typeof(SpeechData).Assembly.GetManifestResourceStream("Chatbot.Radio.Data.spoken.tsv")
            ?? throw new InvalidOperationException("The library was built without Radio/Data/spoken.tsv.");
        using var reader = new StreamReader(stream);
        var data = new SpeechData();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (!data.kinds.TryGetValue(cells[0], out var rows)) data.kinds[cells[0]] = rows = [];
            rows[cells[1].Normalize()] = cells[2].Normalize();
        }
        return data;
    }
}
