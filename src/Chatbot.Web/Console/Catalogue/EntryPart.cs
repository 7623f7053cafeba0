namespace Chatbot.Web.Console.Catalogue;

/// <summary>One part of an entry as people read it: on the page, in comparisons, on the sheet that is printed.</summary>
/// <param name="Lines">Empty: the source does not say.</param>
public sealed record EntryPart(string Heading, IReadOnlyList<string> Lines);

/// <summary>A part before and after; lines that both have are told once.</summary>
public sealed record PartChange(string Heading, IReadOnlyList<ChangedLine> Lines)
{
    /// <summary>Parts that differ, in their order.</summary>
    public static IReadOnlyList<PartChange> Between(IReadOnlyList<EntryPart> before, IReadOnlyList<EntryPart> after)
    {
        var old = before.ToDictionary(part => part.Heading, part => part.Lines);
        return [.. after.Where(part => !part.Lines.SequenceEqual(old.GetValueOrDefault(part.Heading, []))).Select(part => new PartChange(part.Heading, Told(old.GetValueOrDefault(part.Heading, []), part.Lines)))];
    }

    // What is gone stands before what came; order within a part seldom changes, so sets are enough.
    private static List<ChangedLine> Told(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (old, now) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        return
        [
            .. before.Where(line => !now.Contains(line)).Select(line => new ChangedLine(line, IsOld: true, IsNew: false)),
            .. after.Select(line => new ChangedLine(line, IsOld: false, IsNew: !old.Contains(line))),
        ];
    }
}

/// <summary>Neither old nor new: it stayed.</summary>
public sealed record ChangedLine(string Text, bool IsOld, bool IsNew);
