using System.Text.RegularExpressions;

namespace Chatbot.Understanding;

/// <summary>Codes and numbers that citizens paste.</summary>
public static partial class Numbers
{
    /// <returns>null when the text holds no code of a procedure such as 1.001193.</returns>
    public static string? CodeIn(string text) => Code().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>A dossier's number as the one-stop systems print it: H49.20.30-250712-0013, 000.12.45.H29-250712-0013.</summary>
    /// <returns>null when there is none.</returns>
    public static string? DossierIn(string text) => Dossier().Match(text) is { Success: true } match ? match.Value.ToUpperInvariant() : null;

    [GeneratedRegex(@"(?<![\d.])\d\.\d{6}(?![\d.])")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:\d{3}\.\d{2}\.\d{2}\.)?[a-z]\d{2}(?:\.\d{1,3}){0,4}-\d{6}-\d{3,6}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Dossier();
}
