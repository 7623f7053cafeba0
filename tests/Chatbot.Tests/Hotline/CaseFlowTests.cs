using Chatbot.Channels;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;

namespace Chatbot.Tests.Hotline;

/// <summary>Random lives of a case beside a model that was written apart from it: a list of arrows, and who has the case.</summary>
public sealed class CaseFlowTests
{
    private static readonly Guid Home = Chatbot.Officials.Unit.RootId;
    private static readonly Guid Away = new("00000000-0000-7000-8000-000000000002");

    // from > verb > to, as the issue tells the life of a case.
    private static readonly HashSet<string> Arrows =
    [
        .. "New Assigned InProgress WaitingForCitizen Forwarded Reopened".Split(' ').SelectMany(from => new[] { $"{from} Assign Assigned", $"{from} Forward Forwarded", $"{from} SendBack New" }),
        .. "Assigned InProgress WaitingForCitizen".Split(' ').SelectMany(from => new[] { $"{from} Release New", $"{from} Answer Answered" }),
        .. "New Assigned InProgress WaitingForCitizen Forwarded Reopened Answered".Split(' ').Select(from => $"{from} Close Closed"),
        "Assigned Start InProgress", "WaitingForCitizen Start InProgress", "Answered Start InProgress",
        "Assigned AskCitizen WaitingForCitizen", "InProgress AskCitizen WaitingForCitizen", "Answered AskCitizen WaitingForCitizen",
        "WaitingForCitizen CitizenWrote InProgress", "Answered Answer Answered", "Answered Reopen Reopened", "Closed Reopen Reopened",
    ];

    [Fact]
    public void Every_pair_of_state_and_verb_is_as_the_list_of_arrows_says()
    {
        foreach (var from in Enum.GetValues<CaseState>())
            foreach (var verb in Enum.GetValues<CaseVerb>())
            {
                var expected = Arrows.Where(a => a.StartsWith($"{from} {verb} ", StringComparison.Ordinal)).Select(a => a.Split(' ')[2]).SingleOrDefault();
                Assert.Equal((from, verb, expected), (from, verb, CaseFlow.Next(from, verb)?.ToString()));
            }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_random_life_follows_the_model(int seed)
    {
        var random = new Random(seed);
        var matter = NewCase();
        var (state, assignee, unit) = ("New", (int?)null, Home);
        var people = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).ToArray();
        for (var step = 0; step < 200; step++)
        {
            var now = DateTimeOffset.UnixEpoch.AddMinutes(step);
            var verb = (CaseVerb)random.Next((int)CaseVerb.Assign, (int)CaseVerb.Reopen + 1);
            var person = random.Next(people.Length);
            var to = random.Next(2) == 0 ? Home : Away;
            var arrow = Arrows.FirstOrDefault(a => a.StartsWith($"{state} {verb} ", StringComparison.Ordinal));
            var may = arrow is not null && verb switch
            {
                CaseVerb.Forward => to != unit,
                CaseVerb.SendBack => unit != Home,
                CaseVerb.Answer => assignee is not null,
                _ => true,
            };
            Assert.Equal((seed, step, verb, may), (seed, step, verb, Do(matter, verb, people[person], to, now)));
            if (may) (state, assignee, unit) = After(verb, arrow!.Split(' ')[2], assignee, person, to, unit);
            Assert.Equal((state, assignee is { } who ? people[who] : null, unit), (matter.State.ToString(), matter.AssigneeId, matter.HandlerUnitId));
            Assert.Equal(state == "Closed", matter.ClosedAt is not null);
            Assert.Equal(state == "Closed", matter.End is not null);
        }
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 100)];

    private static (string, int?, Guid) After(CaseVerb verb, string state, int? assignee, int person, Guid to, Guid unit) => verb switch
    {
        CaseVerb.Assign => (state, person, unit),
        CaseVerb.Release or CaseVerb.Reopen => (state, null, unit),
        CaseVerb.Forward => (state, null, to),
        CaseVerb.SendBack => (state, null, Home),
        _ => (state, assignee, unit),
    };

    private static bool Do(Case matter, CaseVerb verb, Guid person, Guid unit, DateTimeOffset now) => verb switch
    {
        CaseVerb.Assign => matter.Assign(person, now),
        CaseVerb.Release => matter.Release(now),
        CaseVerb.Forward => matter.Forward(unit, now),
        CaseVerb.SendBack => matter.SendBack(now),
        CaseVerb.Answer => matter.Answer(now),
        CaseVerb.Close => matter.Close(CaseEnd.Resolved, now),
        CaseVerb.Reopen => matter.Reopen(now),
        _ => matter.Go(verb, now),
    };

    private static Case NewCase() => Case.Open(new OpenedCase(
        new Conversation { CitizenId = "c", Channel = Channel.Zalo, CreatedAt = DateTimeOffset.UnixEpoch }, CaseKind.Question, CaseOrigin.AskedForPerson, "",
        DateTimeOffset.UnixEpoch));
}
