using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.Simulator.Control;

/// <summary>One step of a scenario; exactly one of its parts is given.</summary>
public sealed record ScenarioStep
{
    /// <summary>What a person does on Zalo.</summary>
    public CitizenAct? Zalo { get; init; }

    /// <summary>What a person does on Facebook.</summary>
    public CitizenAct? Facebook { get; init; }

    /// <summary>Moves the platforms' time forward, in seconds.</summary>
    public double? Advance { get; init; }

    /// <summary>The next sends on a platform go wrong.</summary>
    public ScenarioFault? Fault { get; init; }

    /// <summary>Waits until the service has sent a person so many messages in all.</summary>
    public ScenarioWait? Wait { get; init; }
}

public sealed record ScenarioFault(Platform Platform, FaultKind Kind, int Times = 1, FaultScope Scope = FaultScope.Send);

/// <param name="Seconds">Real time to wait at most.</param>
public sealed record ScenarioWait(Platform Platform, string Citizen, int Messages, double Seconds = 10);

/// <summary>A script that plays people, faults and time in order: what a test does step by step, as one document.</summary>
/// <remarks>With the same seed, a standing clock and the same script the platforms behave the same; only message ids are always new.</remarks>
internal sealed class Scenario(SimulatorApp app)
{
    /// <returns>A line for each step: the delivery of an act, or what else was done.</returns>
    /// <exception cref="ArgumentException">A step says nothing, or something that the platform does not know.</exception>
    /// <exception cref="InvalidOperationException">A wait was in vain.</exception>
    public async Task<IReadOnlyList<object>> RunAsync(IReadOnlyList<ScenarioStep> steps, CancellationToken ct)
    {
        var done = new List<object>();
        foreach (var step in steps) done.Add(await DoAsync(step, ct));
        return done;
    }

    private async Task<object> DoAsync(ScenarioStep step, CancellationToken ct)
    {
        if (step.Zalo is { } zalo) return await ActAsync(Platform.Zalo, zalo, ct);
        if (step.Facebook is { } facebook) return await ActAsync(Platform.Facebook, facebook, ct);
        if (step.Advance is { } seconds)
        {
            await app.AdvanceAsync(TimeSpan.FromSeconds(seconds), ct);
            return new { now = app.Clock.GetUtcNow() };
        }

        if (step.Wait is { } wait) return await WaitAsync(wait, ct);
        if (step.Fault is not { } fault) throw new ArgumentException("A step needs one of zalo, facebook, advance, fault, wait.", nameof(step));
        (fault.Platform == Platform.Zalo ? app.Zalo.Faults : app.Facebook.Faults).Next(fault.Kind, fault.Times, fault.Scope);
        return new { planned = fault.Kind };
    }

    private async Task<WebhookDelivery> ActAsync(Platform platform, CitizenAct act, CancellationToken ct) =>
        await (ControlApi.Act(app, platform, act, ct) ?? throw new ArgumentException($"{platform} knows no act {act.Act}.", nameof(act)));

    private async Task<object> WaitAsync(ScenarioWait wait, CancellationToken ct)
    {
        Conversation talk = wait.Platform == Platform.Zalo ? app.Zalo.Conversation(wait.Citizen) : app.Facebook.Conversation(wait.Citizen);
        try
        {
            return new { received = (await talk.WaitForAsync(wait.Messages, TimeSpan.FromSeconds(wait.Seconds), ct)).Count };
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException(late.Message, late);
        }
    }
}
