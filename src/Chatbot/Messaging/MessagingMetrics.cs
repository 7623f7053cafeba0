using System.Diagnostics.Metrics;
using Chatbot.Channels;

namespace Chatbot.Messaging;

/// <summary>Meter "Chatbot": what goes in, what goes out, what waits.</summary>
public sealed class MessagingMetrics : IDisposable
{
    private readonly Meter meter = new("Chatbot");
    private readonly Counter<long> stored;
    private readonly Counter<long> handled;
    private readonly Counter<long> outcomes;
    private readonly Histogram<double> answerTime;

    public MessagingMetrics()
    {
        stored = meter.CreateCounter<long>("chatbot.inbox.stored", "{event}", "Events committed");
        handled = meter.CreateCounter<long>("chatbot.inbox.handled", "{event}", "Events handled");
        outcomes = meter.CreateCounter<long>("chatbot.outbox.outcomes", "{message}", "Sends by outcome");
        answerTime = meter.CreateHistogram<double>("chatbot.answer.time", "s", "From stored event to the platform's confirmation");
    }

    public void Stored(int count) => stored.Add(count);

    public void Handled(int count) => handled.Add(count);

    public void Settled(Channel channel, string outcome) =>
        outcomes.Add(1, new KeyValuePair<string, object?>("channel", channel.ToString()), new("outcome", outcome));

    public void Answered(TimeSpan time) => answerTime.Record(time.TotalSeconds);

    public void Watch(string name, string description, Func<int> count) =>
        meter.CreateObservableGauge(name, count, "{item}", description);

    public void Dispose() => meter.Dispose();
}
