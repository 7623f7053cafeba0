using System.Collections.Concurrent;

namespace Chatbot.Simulator.Citizens;

/// <summary>The persons of this simulator; whoever is named for the first time exists from then on.</summary>
public sealed class CitizenRegistry
{
    private readonly ConcurrentDictionary<string, Citizen> citizens = new(StringComparer.Ordinal);

    public CitizenRegistry()
    {
        Add(new Citizen("chi-lan", "Chị Lan") { Phone = "84901000001" });
        Add(new Citizen("anh-binh", "Anh Bình") { Phone = "84901000002" });
        Add(new Citizen("bac-tu", "Bác Tư") { Phone = "84901000003" });
    }

    /// <summary>By key, ordered.</summary>
    public IReadOnlyList<Citizen> All => [.. citizens.Values.OrderBy(c => c.Key, StringComparer.Ordinal)];

    public Citizen this[string key] => citizens.GetOrAdd(key, static k => new Citizen(k, k));

    private void Add(Citizen citizen) => citizens[citizen.Key] = citizen;
}
