using System.Collections.Concurrent;
using System.Text;
using Chatbot.Channels;

namespace Chatbot.Testing.Messaging;

/// <summary>A channel without a platform: bodies are plain text, sends land in a mailbox, outcomes are told by the test.</summary>
public sealed class TestChannel : IChannelEvents, IChannelSender
{
    private readonly ConcurrentQueue<OutgoingPart> mailbox = new();
    private int sends;

    public Channel Channel => Channel.Zalo;

    public IReadOnlyList<OutgoingPart> Mailbox => [.. mailbox];

    /// <summary>Asked for every send with its number (from 1); null: sent.</summary>
    public Func<int, OutgoingPart, SendOutcome?> Outcome { get; set; } = (_, _) => null;

    public TimeSpan Delay { get; set; }

    public static RecognisedEvent Says(string citizen, string key, string text, string kind = "text") => new(
        Channel.Zalo, "oa", key, kind, citizen, DateTimeOffset.FromUnixTimeMilliseconds(1_795_000_000_000), Encoding.UTF8.GetBytes(text));

    public IReadOnlyList<RecognisedEvent>? Recognise(ReadOnlyMemory<byte> body) => null;

    public ChannelEvent Map(string kind, ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        return kind switch
        {
            "seen" => new ChannelEvent.Received(true, [text], null),
            "echo" => new ChannelEvent.Echo(EchoSource.Ours, "echoed", text, ""),
            _ => new ChannelEvent.MessageReceived(new InboundMessage(Channel.Zalo, "", text, DateTimeOffset.UnixEpoch)),
        };
    }

    public IReadOnlyList<string> Render(OutboundMessage message, Recipient recipient) => message.Text.Split('|');

    public string? RenderFile(OutboundFile file, Recipient recipient) => file.ContentType == "application/pdf" ? "file:" + file.Name : null;

    public string TextOf(string body) => body;

    public async Task<SendOutcome> SendAsync(OutgoingPart part, CancellationToken ct)
    {
        var number = Interlocked.Increment(ref sends);
        if (Delay > TimeSpan.Zero) await Task.Delay(Delay, ct);
        var outcome = Outcome(number, part) ?? new SendOutcome.Sent("p" + number);
        if (outcome is SendOutcome.Sent) mailbox.Enqueue(part);
        return outcome;
    }
}
