using System.Diagnostics;
using System.Globalization;

namespace Chatbot.Simulator.Control;

/// <param name="PerSecond">Messages a second, offered evenly.</param>
/// <param name="Seconds">How long messages are offered.</param>
/// <param name="Citizens">Persons taking turns; at least as many as messages are in flight, else answers cannot be told apart.</param>
/// <param name="Texts">Taken in turn.</param>
/// <param name="PatienceSeconds">How long after its webhook a message's answer still counts.</param>
public sealed record LoadPlan(Platform Platform, double PerSecond, double Seconds, int Citizens, IReadOnlyList<string> Texts, double PatienceSeconds = 30);

/// <summary>What a load run measured; times are real, from the webhook's first byte to the first answer in the mailbox.</summary>
/// <remarks>Times are 0 when nothing was answered.</remarks>
/// <param name="TookSeconds">From the first message offered to the last answer or the end of patience.</param>
public sealed record LoadResult(
    int Offered, int Acknowledged, int Answered, double TookSeconds, double AnsweredPerSecond, double P50Milliseconds, double P99Milliseconds, double MaxMilliseconds);

/// <summary>Many citizens writing at a steady rate, each waiting for the answer.</summary>
public sealed class LoadRun(SimulatorApp app)
{
    public async Task<LoadResult> RunAsync(LoadPlan plan, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Citizens, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Texts.Count, 1);
        var total = (int)(plan.PerSecond * plan.Seconds);
        var talks = new Task<Answer>[total];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < total; i++)
        {
            var ahead = TimeSpan.FromSeconds(i / plan.PerSecond) - Stopwatch.GetElapsedTime(started);
            if (ahead > TimeSpan.FromMilliseconds(1)) await Task.Delay(ahead, ct);
            talks[i] = TalkAsync(plan, i, ct);
        }

        var answers = await Task.WhenAll(talks);
        return Sum(answers, Stopwatch.GetElapsedTime(started));
    }

    private async Task<Answer> TalkAsync(LoadPlan plan, int number, CancellationToken ct)
    {
        var citizen = "tai-" + (number % plan.Citizens).ToString(CultureInfo.InvariantCulture);
        var text = plan.Texts[number % plan.Texts.Count];
        Citizens.Conversation talk = plan.Platform == Platform.Zalo ? app.Zalo.Conversation(citizen) : app.Facebook.Conversation(citizen);
        var expected = (int)talk.ReceivedCount + 1;
        var asked = Stopwatch.GetTimestamp();
        var delivery = await (plan.Platform == Platform.Zalo ? app.Zalo.SaysAsync(citizen, text, ct) : app.Facebook.SaysAsync(citizen, text, ct));
        try
        {
            await talk.WaitForAsync(expected, TimeSpan.FromSeconds(plan.PatienceSeconds), ct);
            return new Answer(delivery.IsAcknowledged, Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        catch (TimeoutException)
        {
            return new Answer(delivery.IsAcknowledged, null);   // counted as unanswered
        }
    }

    private static LoadResult Sum(Answer[] answers, TimeSpan took)
    {
        var times = answers.Select(a => a.Milliseconds).OfType<double>().Order().ToArray();
        return new LoadResult(
            answers.Length, answers.Count(a => a.IsAcknowledged), times.Length, took.TotalSeconds, times.Length / took.TotalSeconds,
            At(times, 0.5), At(times, 0.99), At(times, 1));
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private sealed record Answer(bool IsAcknowledged, double? Milliseconds);
}
