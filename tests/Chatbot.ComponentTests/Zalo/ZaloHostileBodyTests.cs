using System.Net;
using System.Text.Json.Nodes;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Simulator.Zalo;
using Chatbot.Testing.Databases;
using Chatbot.Testing.House;
using Chatbot.Testing.Processes;
using Npgsql;

namespace Chatbot.ComponentTests.Zalo;

/// <summary>Signed bodies with what PostgreSQL refuses in a text or an index. One such row would fail the commit that it shares with everybody.</summary>
public sealed class ZaloHostileBodyTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Chatbot.Testing", "Payloads", "zalo");

    [PostgresFact]
    public async Task No_text_of_a_signed_body_makes_the_database_refuse_it()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await using var simulator = await SimulatorApp.StartAsync(Options(), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("chatbot-hostile-");
        await using (var service = ServiceProcess.For(database, simulator, folder.FullName, ("Messaging__Sweep", "00:00:00.200")))
        {
            await service.StartAsync();
            using var http = new HttpClient { BaseAddress = service.Address };
            var bodies = Bodies().ToList();
            foreach (var body in bodies) Assert.True(await PostAsync(http, body) == HttpStatusCode.OK, body[..Math.Min(300, body.Length)]);
            Assert.Equal(0, await HandledWithinAsync(database, TimeSpan.FromSeconds(30)));
            Assert.Equal(0L, await CountAsync(database, "status = 'Failed' or length(event_key) > 200 or length(citizen_id) > 200 or length(platform_account_id) > 200"));
            Assert.True(await CountAsync(database, "status = 'Handled'") > 10);
        }
        folder.Delete(recursive: true);
    }

    private static SimulatorOptions Options()
    {
        var options = new SimulatorOptions();
        (options.Zalo.AppId, options.Zalo.OaSecretKey) = (ZaloHost.AppId, ZaloHost.Key);
        options.Zalo.Accounts.Add(new ZaloAccountSettings { OaId = ZaloHost.OaId });
        return options;
    }

    // Every recorded event four times: each text with a NUL, each text with 10,000 unlike characters; its OA's id spared, and not spared.
    private static IEnumerable<string> Bodies() =>
        from file in Directory.GetFiles(Folder, "user_*.json").Order()
        where !file.Contains("truncated", StringComparison.Ordinal) && !file.EndsWith("-template.json", StringComparison.Ordinal)   // signed over other times
        let recorded = File.ReadAllText(file)
        where !recorded.Contains("\\ud83d\"", StringComparison.Ordinal)   // half an emoji, which JsonNode does not read
        from sparesOa in new[] { true, false }
        from grow in new Func<string, string>[] { text => text.Insert(text.Length / 2, "\0"), text => text + Noise(text) }
        select Mutated(JsonNode.Parse(recorded)!, sparesOa, grow).ToJsonString();

    private static JsonNode Mutated(JsonNode node, bool sparesOa, Func<string, string> grow) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, m.Value is null || IsSpared(m.Key, m.Value, sparesOa)
            ? m.Value?.DeepClone() : Mutated(m.Value, sparesOa, grow)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Mutated(item, sparesOa, grow))]),
        JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(grow(text)),
        _ => node.DeepClone(),
    };

    private static bool IsSpared(string name, JsonNode value, bool sparesOa) =>
        name is "app_id" or "timestamp" || (sparesOa && (name == "event_name" || value.ToString() == ZaloHost.OaId));

    // Random digits cannot be compressed, as PostgreSQL would do with one letter repeated.
    private static string Noise(string text)
    {
        var bytes = new byte[5_000];
        new Random(text.Length).NextBytes(bytes);
        return Convert.ToHexString(bytes);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string text)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(text);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/zalo") { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("X-ZEvent-Signature", ZaloHost.Sign(body));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <returns>How many still wait.</returns>
    private static async Task<long> HandledWithinAsync(TestDatabase database, TimeSpan patience)
    {
        for (var until = Environment.TickCount64 + patience.TotalMilliseconds; Environment.TickCount64 < until; await Task.Delay(100))
            if (await CountAsync(database, "status = 'Pending'") == 0) return 0;
        return await CountAsync(database, "status = 'Pending'");
    }

    private static async Task<long> CountAsync(TestDatabase database, string where)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select count(*) from inbound_event where {where}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
