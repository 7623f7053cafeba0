using System.Text.RegularExpressions;

namespace Chatbot.Understanding.Search;

/// <summary>What a title says beside the name of the service.</summary>
public static partial class Titles
{
    /// <summary>The title without "Thủ tục", line breaks, the level in brackets and stray dots.</summary>
    public static string Plain(string title)
    {
        var plain = LevelInBrackets().Replace(title.Normalize(), " ");
        plain = Spaces().Replace(plain, " ").Trim(' ', '.', '-', ';');
        return Prefix().Replace(plain, "");
    }

    /// <summary>The name of the service alone, without "(…)", "đối với …", "trong trường hợp …": citizens seldom quote those.</summary>
    public static string Core(string title)
    {
        var plain = Plain(title);
        return Tail().Match(plain) is { Success: true, Index: > ShortestCore } tail ? plain[..tail.Index] : plain;
    }

    /// <summary>In letters; what is left of a title that begins with its condition would say nothing.</summary>
    private const int ShortestCore = 18;

    /// <summary>The same for two titles of one service: also without case and punctuation.</summary>
    public static string Key(string title) => NotWord().Replace(Plain(title).ToLowerInvariant(), " ").Trim();

    public static Standing StandingOf(KnownProcedure procedure)
    {
        var agency = procedure.Agency.ToLowerInvariant();
        if (CommuneBody().IsMatch(agency))
        {
            return Standing.Commune;
        }

        var levels = string.Join(' ', procedure.Levels).ToLowerInvariant();
        var communeLevel = levels.Contains("xã", StringComparison.Ordinal);
        return communeLevel && agency.Length == 0 ? Standing.Commune
            : communeLevel || levels.Contains("tỉnh", StringComparison.Ordinal) || levels.Length == 0 ? Standing.Other : Standing.CentralOnly;
    }

    [GeneratedRegex(@"\((?:thực hiện )?(?:tại )?(?:cơ quan )?(?:công an )?(?:cấp )?(?:xã|tỉnh|huyện|trung ương|bộ)\)|\(\d\.\d{6}\)", RegexOptions.IgnoreCase)]
    private static partial Regex LevelInBrackets();

    [GeneratedRegex(@"\(|,? đối với |,? (?:trong )?(?:các )?trường hợp | thuộc thẩm quyền | thực hiện (?:tại|bằng) | thuộc phạm vi |/", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:thủ tục|giải quyết)\s+(?:hành chính\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWord();

    [GeneratedRegex(@"(?:ủy|uỷ) ban nhân dân (?:cấp )?xã|ubnd (?:cấp )?\s*xã|công an (?:cấp )?xã|(?:ủy|uỷ) ban nhân dân xã|cấp xã")]
    private static partial Regex CommuneBody();
}
