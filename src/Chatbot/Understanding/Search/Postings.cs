namespace Chatbot.Understanding.Search;

/// <summary>For every term the documents that hold it, with a weight each; packed arrays, read by many threads.</summary>
public sealed class Postings
{
    private readonly int[] starts;
    private readonly int[] documents;
    private readonly float[] values;

    private Postings(int[] starts, int[] documents, float[] values) => (this.starts, this.documents, this.values) = (starts, documents, values);

    public static readonly Postings Empty = new([0], [], []);

    public ReadOnlySpan<int> DocumentsOf(int term) => term + 1 < starts.Length ? documents.AsSpan(starts[term]..starts[term + 1]) : [];

    public ReadOnlySpan<float> ValuesOf(int term) => term + 1 < starts.Length ? values.AsSpan(starts[term]..starts[term + 1]) : [];

    /// <summary>Packs entries that may come in any order of terms.</summary>
    public static Postings Pack(int terms, List<(int Term, int Document, float Value)> entries)
    {
        var starts = new int[terms + 1];
        foreach (var (term, _, _) in entries)
        {
            starts[term + 1]++;
        }

        for (var t = 0; t < terms; t++)
        {
            starts[t + 1] += starts[t];
        }

        var next = starts.ToArray();
        var (documents, values) = (new int[entries.Count], new float[entries.Count]);
        foreach (var (term, document, value) in entries)
        {
            (documents[next[term]], values[next[term]]) = (document, value);
            next[term]++;
        }

        return new(starts, documents, values);
    }
}
