using System.Text;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Testing;
using Chatbot.Testing.Payloads;

namespace Chatbot.Tests.Channels.Facebook;

/// <summary>The channel's parts over settings of the tests.</summary>
internal static class Given
{
    public const string AppId = "555000111222333";
    public const string Secret = "test_app_secret_0123456789abcdef";
    public const string PageId = "102030405060708";
    public const string Citizen = "7418529630741852";

    public static readonly DateTimeOffset Now = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    public static FixedOptions<FacebookOptions> Options(string secret = Secret, string previous = "") =>
        new(new FacebookOptions { AppId = AppId, AppSecret = secret, PreviousAppSecret = previous, VerifyToken = "v" });

    public static FacebookEvents Events() => new(new StoppedClock(), Options());

    public static IReadOnlyList<RecognisedEvent> Recognised(string name) => Events().Recognise(Payload.Read($"facebook/{name}.json"))!;

    public static IReadOnlyList<RecognisedEvent>? RecognisedText(string json) => Events().Recognise(Encoding.UTF8.GetBytes(json));

    public static ChannelEvent Mapped(RecognisedEvent recognised) => Events().Map(recognised.Kind, recognised.Body);

    public static ChannelEvent Mapped(string name) => Mapped(Assert.Single(Recognised(name)));

    public static InboundMessage Message(string name) => Assert.IsType<ChannelEvent.MessageReceived>(Mapped(name)).Message;

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
