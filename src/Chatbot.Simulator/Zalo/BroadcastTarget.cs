using System.Text.Json;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>Whom a broadcast is for: comma-separated codes, arrays or single numbers, as different documents write them.</summary>
internal sealed class BroadcastTarget
{
    /// <summary>N, C or S for each province code 0 to 41; the order of the others is unknown.</summary>
    private const string Regions = "SSNSSSCNNNNSSSSSSCCCCNNNNNNNSSCCCCCCCNNCNN";

    private static readonly int[] AgeLimits = [13, 18, 25, 35, 45, 55, 65];
    private readonly HashSet<int> ages;
    private readonly HashSet<int> genders;
    private readonly HashSet<int> locations;
    private readonly HashSet<int> cities;
    private readonly HashSet<int> phones;

    /// <param name="target">Undefined or empty: everybody.</param>
    public BroadcastTarget(JsonElement target)
    {
        (ages, genders, locations) = (Codes(target, "ages"), Codes(target, "gender"), Codes(target, "locations"));
        (cities, phones) = (Codes(target, "cities"), Codes(target, "platform"));
    }

    public bool Includes(Citizen citizen) =>
        (ages.Count == 0 || ages.Contains(AgeCode(citizen.Age)))
        && (genders.Count == 0 || genders.Contains(0) || genders.Contains(citizen.Gender == "male" ? 1 : 2))
        && (cities.Count > 0 ? cities.Contains(citizen.City) : locations.Count == 0 || locations.Contains(RegionCode(citizen.City)))
        && (phones.Count == 0 || phones.Contains(citizen.Phones));

    private static int AgeCode(int age) => AgeLimits.Count(limit => age >= limit);

    private static int RegionCode(int city) => city is >= 0 && city < Regions.Length ? "NCS".IndexOf(Regions[city], StringComparison.Ordinal) : -1;

    private static HashSet<int> Codes(JsonElement target, string name)
    {
        if (target.Member(name) is not { } value) return [];
        var texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.ToString()) : target.Text(name).Split(',', StringSplitOptions.TrimEntries);
        return [.. texts.Select(t => int.TryParse(t, System.Globalization.CultureInfo.InvariantCulture, out var code) ? code : -1).Where(code => code >= 0)];
    }
}
