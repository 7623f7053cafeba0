namespace Chatbot.Understanding;

/// <summary>Why an answer came out as it did, line by line, for <c>ask --explain</c> and for officials who tune the phrase bank.</summary>
public sealed class Trace
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    /// <summary>null in ordinary use: nothing is written down then.</summary>
    internal static void Note(Trace? trace, string step, string what)
    {
        trace?.lines.Add($"{step}: {what}");
    }
}
