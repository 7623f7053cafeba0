using System.Text;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Testing.House;
using Chatbot.Tests.Channels.Shared;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Chatbot.Tests.Channels.Zalo;

/// <summary>What the tests of the Zalo channel share: recorded bodies, the parties in them, the channel's parts without a database.</summary>
internal static class ZaloTests
{
    public const string Oa = "4000000000000000001", Citizen = "8000000000000000001";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Chatbot.Testing", "Payloads", "zalo");

    /// <summary>Names of all recorded bodies.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order();

    public static byte[] Body(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static ZaloSignature Signature(ZaloOptions options) => new(Options.Create(options), NullLogger<ZaloSignature>.Instance);

    public static ChannelMetrics Metrics() => new(new TestMeters());

    /// <summary>With the OA of the recorded bodies connected.</summary>
    public static ZaloEvents Events(ManualTime clock, ILogger<ZaloEvents>? log = null)
    {
        var directory = new AccountDirectory(null!, null!, null!, new AccountHealth(new TestMeters()), clock, NullLogger<AccountDirectory>.Instance);
        directory.Show([new ConnectedAccount(new ChannelAccount { Channel = Channel.Zalo, PlatformId = Oa }, "token")]);
        return new ZaloEvents(directory, Metrics(), clock, log ?? NullLogger<ZaloEvents>.Instance);
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
