using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chatbot.Simulator;

namespace Chatbot.Benchmarks;

/// <summary>Signed Zalo messages prepared for wrk: every one a new event, one file a thread, one message a line (signature, tab, body).</summary>
internal static class WrkRequests
{
    public const string Script = """
        local threads = 0
        function setup(thread) thread:set("id", threads); threads = threads + 1 end
        function init(args)
          path = args[1]; lines = {}; at = 0
          for line in io.lines(args[2] .. "." .. id) do lines[#lines + 1] = line end
        end
        function request()
          at = at % #lines + 1
          local tab = lines[at]:find("\t", 1, true)
          return wrk.format("POST", path, { ["Content-Type"] = "application/json", ["X-ZEvent-Signature"] = lines[at]:sub(1, tab - 1) }, lines[at]:sub(tab + 1))
        end
        function done(summary) io.write(string.format("FIGURES %d %d %d\n", summary.requests, summary.duration, summary.errors.status)) end
        """;

    /// <param name="round">Messages of two rounds are never the same.</param>
    public static async Task<string> WriteAsync(string folder, SimulatorOptions simulator, int round, int threads, int perThread)
    {
        var file = Path.Combine(folder, $"requests-{round}");
        for (var thread = 0; thread < threads; thread++)
        {
            await using var lines = new StreamWriter($"{file}.{thread}");
            for (var i = 0; i < perThread; i++) await lines.WriteAsync(Line(simulator, (round * threads + thread) * perThread + i));
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "requests.lua"), Script);
        return file;
    }

    private static string Line(SimulatorOptions simulator, int number)
    {
        var (zalo, time) = (simulator.Zalo, (1_795_000_000_000 + number).ToString(CultureInfo.InvariantCulture));
        var body = "{\"app_id\":\"" + zalo.AppId + "\",\"sender\":{\"id\":\"80000000000" + (10_000_000 + number % 20_000) + "\"},\"user_id_by_app\":\"7000000000000000001\",\"recipient\":{\"id\":\""
            + zalo.Accounts[0].OaId + "\"},\"event_name\":\"user_send_text\",\"message\":{\"text\":\"Cho tôi hỏi làm giấy khai sinh cho bé cần giấy tờ gì\",\"msg_id\":\"wrk" + number + "\"},\"timestamp\":\"" + time + "\"}";
        return "mac=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(zalo.AppId + body + time + zalo.OaSecretKey))) + "\t" + body + "\n";
    }
}
