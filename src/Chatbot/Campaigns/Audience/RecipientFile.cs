namespace Chatbot.Campaigns.Audience;

/// <summary>A list of recipients as a file: one platform id or phone number a line, in the first column; a heading is passed over.</summary>
public static class RecipientFile
{
    public const int MostLines = 100_000;

    private const int LongestId = 64;

    public static (IReadOnlyList<RecipientLine> Lines, IReadOnlyList<RecipientFault> Faults) Read(string file)
    {
        var lines = new List<RecipientLine>();
        var faults = new List<RecipientFault>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in file.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Take(MostLines))
        {
            number++;
            var cell = line.Split([',', ';', '\t'])[0].Trim().Trim('"').Trim();
            if (line.Trim().Length == 0 || (number == 1 && !cell.Any(char.IsAsciiDigit))) continue;
            if (Look(number, cell) is not { } read) faults.Add(new RecipientFault(number, Masked(cell), cell.Length == 0 ? RecipientProblem.Empty : RecipientProblem.Unreadable));
            else if (!seen.TryAdd(read.PhoneHash ?? read.Id, number)) faults.Add(new RecipientFault(number, Masked(cell), RecipientProblem.Twice) { Other = seen[read.PhoneHash ?? read.Id] });
            else lines.Add(read);
        }
        return (lines, faults);
    }

    /// <summary>What was written, its middle hidden: the list of errors is shown to more people than the file.</summary>
    public static string Masked(string cell) => cell.Length <= 4 ? cell : $"{cell[..2]}…{cell[^2..]}";

    private static RecipientLine? Look(int number, string cell)
    {
        if (cell.Length is 0 or > LongestId) return null;
        var phone = PhoneNumbers.Normalise(cell);
        var isId = cell.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return phone is null && !isId ? null : new RecipientLine(number, cell, phone is null ? null : PhoneNumbers.HashOf(phone));
    }
}

/// <param name="Number">Line of the file, from 1.</param>
/// <param name="Id">As written; a platform's id unless it is a phone number.</param>
/// <param name="PhoneHash">Null: no phone number.</param>
public sealed record RecipientLine(int Number, string Id, string? PhoneHash);

/// <param name="Written">Masked.</param>
public sealed record RecipientFault(int Line, string Written, RecipientProblem Problem)
{
    /// <summary>The line that is the same; 0: none.</summary>
    public int Other { get; init; }
}

/// <summary>Empty: nothing in the first column. Unreadable: neither an id nor a number. Twice: as in a line before. Unknown: nobody of the office's citizens.</summary>
public enum RecipientProblem { Empty, Unreadable, Twice, Unknown }
