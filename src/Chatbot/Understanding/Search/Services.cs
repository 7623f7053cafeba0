namespace Chatbot.Understanding.Search;

/// <summary>Which codes are one service: the same plain title, a named sibling, or a row of Data/siblings.tsv.</summary>
public static class Services
{
    /// <returns>One number a procedure; equal numbers are one service.</returns>
    public static int[] Of(IReadOnlyList<KnownProcedure> procedures, IReadOnlyList<string[]> siblings, Dictionary<string, int> byCode)
    {
        var service = Enumerable.Range(0, procedures.Count).ToArray();
        foreach (var same in procedures.Select((p, i) => (Key: Titles.Key(p.Title), i)).GroupBy(x => x.Key).Where(g => g.Key.Length > 0))
        {
            Join(service, same.Select(x => x.i));
        }

        foreach (var codes in siblings.Concat(procedures.Select(p => p.SameServiceAs.Append(p.Code).ToArray())))
        {
            Join(service, codes.Where(byCode.ContainsKey).Select(c => byCode[c]));
        }

        return [.. service.Select((_, i) => Root(service, i))];
    }

    private static void Join(int[] service, IEnumerable<int> members)
    {
        var first = -1;
        foreach (var member in members)
        {
            first = first < 0 ? Root(service, member) : first;
            service[Root(service, member)] = first;
        }
    }

    private static int Root(int[] service, int at)
    {
        while (service[at] != at)
        {
            at = service[at];
        }

        return at;
    }
}
