using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Channels;
using Chatbot.Testing.Payloads;

namespace Chatbot.Tests.Channels.Facebook;

/// <summary>What must hold for every body, drawn from the recorded ones with a printed seed.</summary>
public sealed class FacebookMutationTests
{
    private static readonly IReadOnlyList<string> All = Payload.Of("facebook");

    // A tree of the test cannot be written with half an emoji in it.
    private static readonly IReadOnlyList<string> Whole = [.. All.Where(path => path != "facebook/text-half-an-emoji.json")];

    [Fact]
    public void The_order_of_members_changes_neither_key_nor_citizen_nor_meaning()
    {
        foreach (var path in Whole.Where(path => !IsHashed(path)))
        {
            for (var seed = 0; seed < 8; seed++)
            {
                var plain = Given.Events().Recognise(Payload.Read(path))!;
                var shuffled = Given.Events().Recognise(Shuffled(Payload.Read(path), new Random(seed)))!;
                Assert.Equal(plain.Select(Facts).Order(), shuffled.Select(Facts).Order());   // lists of an entry change places too
                Assert.Equal(Meanings(plain), Meanings(shuffled));
            }
        }
    }

    [Fact]
    public void A_body_cut_anywhere_is_malformed_and_nothing_else()
    {
        foreach (var path in All)
        {
            var body = Payload.Read(path);
            for (var length = 0; length < body.Length; length += 7) Assert.Null(Given.Events().Recognise(body.AsMemory(0, length)));
        }
    }

    [Fact]
    public void A_damaged_body_is_never_an_exception()
    {
        for (var seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            var body = Payload.Read(All[random.Next(All.Count)]);
            for (var i = random.Next(1, 6); i > 0; i--) body[random.Next(body.Length)] = (byte)random.Next(256);
            var failure = Record.Exception(() => Understand(body));
            Assert.True(failure is null, $"seed {seed}: {failure}");
        }
    }

    [Fact]
    public void A_member_of_another_type_is_never_an_exception()
    {
        JsonNode?[] oddities = [null, JsonValue.Create(7), JsonValue.Create("x"), JsonValue.Create(true), new JsonArray(1, "a"), new JsonObject { ["id"] = 5 }, JsonValue.Create(-1.5e300)];
        for (var seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            var root = JsonNode.Parse(Payload.Read(Whole[random.Next(Whole.Count)]))!;
            Replace(root, random, oddities[random.Next(oddities.Length)]?.DeepClone());
            var failure = Record.Exception(() => Understand(Encoding.UTF8.GetBytes(root.ToJsonString())));
            Assert.True(failure is null, $"seed {seed}: {root.ToJsonString()}\n{failure}");
        }
    }

    private static void Understand(byte[] body)
    {
        foreach (var one in Given.Events().Recognise(body) ?? [])
        {
            Assert.NotNull(Given.Mapped(one));
            Assert.True(one.Key.Length <= 240 && one.CitizenId.Length <= 240 && one.AccountId.Length <= 240, one.Key);
            Assert.DoesNotContain('\0', one.Key + one.CitizenId + one.AccountId + one.Kind);
        }
    }

    private static void Replace(JsonNode root, Random random, JsonNode? by)
    {
        var objects = Objects(root).Where(node => node.Count > 0).ToList();
        var target = objects[random.Next(objects.Count)];
        target[target.ElementAt(random.Next(target.Count)).Key] = by;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.Select(member => member.Value).SelectMany(Objects).Prepend(one),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static byte[] Shuffled(byte[] body, Random random) =>
        Encoding.UTF8.GetBytes(Shuffled(JsonNode.Parse(body), random)!.ToJsonString());

    private static JsonNode? Shuffled(JsonNode? node, Random random) => node switch
    {
        JsonObject one => new JsonObject(one.OrderBy(_ => random.Next()).Select(member => KeyValuePair.Create(member.Key, Shuffled(member.Value, random)))),
        JsonArray list => new JsonArray([.. list.Select(item => Shuffled(item, random))]),
        _ => node?.DeepClone(),
    };

    private static (string, string, string, string, DateTimeOffset) Facts(RecognisedEvent one) => (one.AccountId, one.Kind, one.Key, one.CitizenId, one.OccurredAt);

    private static IEnumerable<string> Meanings(IEnumerable<RecognisedEvent> events) =>
        events.Select(one => Text(Given.Mapped(one))).Order(StringComparer.Ordinal);

    private static string Text(ChannelEvent happened) => JsonSerializer.Serialize(happened, happened.GetType());

    private static bool IsHashed(string path) => FacebookEventsTests.HashedEvents.Any(row => path == $"facebook/{row[0]}.json");
}
