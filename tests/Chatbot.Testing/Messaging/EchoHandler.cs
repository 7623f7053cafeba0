using Chatbot.Channels;
using Chatbot.Messaging;

namespace Chatbot.Testing.Messaging;

/// <summary>Answers every message with its own text; "bad" throws.</summary>
public sealed class EchoHandler : ITurnHandler
{
    private int failures;

    /// <summary>What every answered turn does beside its answer.</summary>
    public Action<Turn> Beside { get; set; } = _ => { };

    public int Failures => failures;

    public Task TakeAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Event is not ChannelEvent.MessageReceived { Message.Text: var text }) return Task.CompletedTask;
        if (text == "bad")
        {
            Interlocked.Increment(ref failures);
            throw new InvalidOperationException("This event cannot be handled.");
        }
        turn.Conversation.State = text;
        turn.Reply(new OutboundMessage(text));
        Beside(turn);
        return Task.CompletedTask;
    }

    public Task TakeFailedAsync(Turn turn, CancellationToken ct)
    {
        turn.Reply(new OutboundMessage("sorry"));
        return Task.CompletedTask;
    }
}
