using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Journal;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator;

/// <summary>What both platforms share: time, chance, persons and paper.</summary>
internal sealed record SimulatorCore(
    SimulatorOptions Options, SimulatorClock Clock, Schedule Schedule, SimulatorJournal Journal, SeededRandom Random, WebhookPoster Poster,
    CitizenRegistry Citizens, LiveFeed Live, SendLedger Sends)
{
    /// <summary>Puts a message into a conversation and shows it to watching pages.</summary>
    public ChatMessage Record(Conversation talk, ChatMessage message)
    {
        var numbered = message with { Sequence = Live.NextSequence() };
        talk.Add(numbered);
        Live.Publish(talk, numbered);
        return numbered;
    }

    public void Rewrite(Conversation talk, string messageId, Func<ChatMessage, ChatMessage> change)
    {
        if (talk.Change(messageId, change, out var changed)) Live.Publish(talk, changed!);
    }
}
