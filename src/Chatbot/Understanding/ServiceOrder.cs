using Chatbot.Understanding.Search;

namespace Chatbot.Understanding;

/// <summary>Candidates as services: which are one service, and which of its codes a citizen is shown first.</summary>
public sealed class ServiceOrder(CatalogueIndex index)
{
    private const int MostCandidates = 10;

    /// <summary>Services best first, with the sum of their shares and their best procedure.</summary>
    public List<(int Service, double Share, int Best)> Services(Ranking ranking)
    {
        var services = new List<(int Service, double Share, int Best)>(ranking.Candidates.Count);
        foreach (var candidate in ranking.Candidates)
        {
            var service = index.Service[candidate.Procedure];
            var at = PlaceOf(service, services);
            if (at < 0)
            {
                services.Add((service, candidate.Share, candidate.Procedure));
            }
            else
            {
                services[at] = services[at] with { Share = services[at].Share + candidate.Share };
            }
        }

        return [.. services.OrderByDescending(service => service.Share)];
    }

    private static int PlaceOf(int service, List<(int Service, double Share, int Best)> services)
    {
        for (var at = 0; at < services.Count; at++)
        {
            if (services[at].Service == service)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>
    /// Services best first, in each the commune's or newest code first. When the first service is not quite certain, its siblings
    /// stand behind the first codes of the next two services, so that three codes are three choices.
    /// </summary>
    public IReadOnlyList<Candidate> Codes(Ranking ranking, double confidence)
    {
        var places = PlacesOf(ranking);
        var services = Services(ranking).Take(MostCandidates).Select(s => (s.Share, Codes: Ordered(s.Best, places).ToList())).ToList();
        var spread = confidence < 0.8 ? 3 : 1;
        var heads = services.Take(spread).Select(s => (Code: s.Codes[0], s.Share));
        var rest = services.Select((s, i) => s.Codes.Skip(i < spread ? 1 : 0).Select(c => (Code: c, s.Share))).SelectMany(x => x);
        return [.. heads.Concat(rest).Take(MostCandidates).Select(c => new Candidate(index.Procedures[c.Code].Code, Math.Round(c.Share, 4)))];
    }

    /// <summary>A procedure with the other codes of its service behind it.</summary>
    public IReadOnlyList<Candidate> Alone(int procedure) =>
        [.. members.Value[index.Service[procedure]].Prepend(procedure).Distinct().Take(MostCandidates).Select(p => new Candidate(index.Procedures[p].Code, 1))];

    /// <summary>The commune's code first, then the one found best, then the one that citizens do ask for, then the newest.</summary>
    public IEnumerable<int> Ordered(int procedure, Ranking ranking) => Ordered(procedure, PlacesOf(ranking));

    private IEnumerable<int> Ordered(int procedure, Dictionary<int, int> places) =>
        members.Value[index.Service[procedure]].OrderBy(p => RankOf(index.Standings[p]))
            .ThenBy(p => SameTitle(p, procedure) ? places[procedure] : places.GetValueOrDefault(p, int.MaxValue))
            .ThenBy(p => index.PhraseCount[p] > 0 ? 0 : 1);

    private static Dictionary<int, int> PlacesOf(Ranking ranking)
    {
        var places = new Dictionary<int, int>(ranking.Candidates.Count);
        for (var i = 0; i < ranking.Candidates.Count; i++)
        {
            places.TryAdd(ranking.Candidates[i].Procedure, i);
        }

        return places;
    }

    public bool SameService(Candidate a, Candidate b) => index.Service[index.ByCode[a.Code]] == index.Service[index.ByCode[b.Code]];

    private readonly Lazy<ILookup<int, int>> members = new(() => Enumerable.Range(0, index.Count)
        .OrderBy(p => RankOf(index.Standings[p]))
        .ThenByDescending(p => NumberOf(index.Procedures[p].Code)).ToLookup(p => index.Service[p]));

    private readonly Lazy<string[]> keys = new(() => [.. index.Procedures.Select(p => Titles.Key(p.Title))]);

    private bool SameTitle(int a, int b) => keys.Value[a] == keys.Value[b];

    private static int RankOf(Standing standing) => standing switch { Standing.Commune => 0, Standing.Other => 1, _ => 2 };

    /// <summary>Codes are given out in order: 1.014173 is newer than 1.001613.</summary>
    private static int NumberOf(string code) => int.TryParse(code.AsSpan(code.IndexOf('.', StringComparison.Ordinal) + 1), out var number) ? number : 0;
}
