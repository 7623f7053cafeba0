using System.Text.RegularExpressions;

namespace Chatbot.Catalogue;

/// <summary>
/// One service under several codes: the portal keeps a code per level ("… (thực hiện tại cấp tỉnh)") and now and then one per ministry.
/// Same title without its level, and fields that do not contradict each other, make one service.
/// </summary>
public static partial class ServiceGroups
{
    /// <returns>Groups of two codes or more; in each the commune's own first, then the newest.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<Procedure> procedures)
    {
        var groups = new List<IReadOnlyList<string>>();
        foreach (var sameTitle in procedures.GroupBy(p => TitleKey(p.Name)).Where(same => same.Count() > 1))
            foreach (var service in ByField([.. sameTitle]))
                if (service.Count > 1) groups.Add([.. Ordered(service).Select(p => p.Code)]);
        return groups;
    }

    /// <summary>Commune body first, then the commune's level, then the newer number.</summary>
    public static IEnumerable<Procedure> Ordered(IEnumerable<Procedure> service) => service
        .OrderByDescending(p => IsCommuneBody(p.PerformingAgency))
        .ThenByDescending(p => p.Levels.Contains(AgencyLevel.Commune))
        .ThenBy(p => Stale().IsMatch(p.Name))
        .ThenByDescending(p => p.Code[2..], StringComparer.Ordinal);

    /// <summary>Does the performing body name the commune? The level does not tell: customs and tax rows carry "Cấp xã" too.</summary>
    public static bool IsCommuneBody(string agency) => CommuneBody().IsMatch(agency);

    internal static string TitleKey(string title)
    {
        var key = Level().Replace(title.ToLowerInvariant(), " ");
        key = NotLetters().Replace(key, " ").Trim();
        return Opening().Replace(key, "");
    }

    private static List<List<Procedure>> ByField(List<Procedure> sameTitle)
    {
        var services = new List<List<Procedure>>();
        foreach (var procedure in sameTitle)
        {
            var service = services.Find(s => s.TrueForAll(p => Agree(p.Field, procedure.Field)));
            if (service is null) services.Add([procedure]);
            else service.Add(procedure);
        }
        return services;
    }

    // "Bảo hiểm" and "Bảo hiểm xã hội" agree; "Thuế" and "Hải quan" are two services with one title.
    private static bool Agree(string field, string other)
    {
        var (a, b) = (NotLetters().Replace(field.ToLowerInvariant(), " ").Trim(), NotLetters().Replace(other.ToLowerInvariant(), " ").Trim());
        return a.Length == 0 || b.Length == 0 || a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[(\s–-]*(?:thực hiện )?(?:(?:tại|ở) )?(?:công an )?cấp (?:xã|tỉnh|trung ương|bộ|huyện)(?:,? ?(?:và )?cấp (?:xã|tỉnh|huyện|trung ương))*\)?")]
    private static partial Regex Level();

    [GeneratedRegex(@"[^\p{L}\d]+")]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"^(?:thủ tục |giải quyết )+")]
    private static partial Regex Opening();

    [GeneratedRegex(@"cấp xã|công an xã|công an phường|(?:UBND|Ủy ban nhân dân) (?:xã|phường)|trạm y tế xã|Trung tâm Phục vụ hành chính công (?:cấp )?(?:xã|phường)", RegexOptions.IgnoreCase)]
    private static partial Regex CommuneBody();

    [GeneratedRegex(@"cấp huyện", RegexOptions.IgnoreCase)]
    private static partial Regex Stale();
}
