namespace Chatbot.Understanding.Learnt;

/// <summary>What a message is told by: each feature a 64-bit hash of its readable name ("p dang ky"), so that asking builds no strings.</summary>
/// <param name="capacity">How many features there will be, about.</param>
/// <param name="names">Where the readable names are put beside their hashes, for training; null to leave them out.</param>
public sealed class FeatureList(int capacity, Dictionary<ulong, string>? names)
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private readonly List<ulong> found = new(capacity);

    public List<ulong> Found => found;

    /// <summary>The hash of a name as it stands in the file.</summary>
    public static ulong HashOf(ReadOnlySpan<char> name) => Mix(Start, name);

    public void Add(char kind, ReadOnlySpan<char> word)
    {
        var hash = Mix(Of(kind), word);
        found.Add(hash);
        names?.TryAdd(hash, $"{kind} {word}");
    }

    public void Add(char kind, string left, string right)
    {
        var hash = Mix(Mix(Mix(Of(kind), left), " "), right);
        found.Add(hash);
        names?.TryAdd(hash, $"{kind} {left} {right}");
    }

    public void Add(char kind, string left, string middle, string right)
    {
        var hash = Mix(Mix(Mix(Mix(Mix(Of(kind), left), " "), middle), " "), right);
        found.Add(hash);
        names?.TryAdd(hash, $"{kind} {left} {middle} {right}");
    }

    private static ulong Of(char kind) => (((Start ^ kind) * Prime) ^ ' ') * Prime;

    private static ulong Mix(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
