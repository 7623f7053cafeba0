using System.Text.Json;
using Chatbot.Persistence;
using Chatbot.Understanding.Advice;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Chatbot.LanguageModel;

/// <summary>Asks the office's own language model: within its budget, not more often than allowed, and not at all while it fails. Never lets a failure through.</summary>
public sealed class ModelAdvisor : IQuestionAdvisor, IHealthReporter
{
    private readonly LanguageModelClient client;
    private readonly LanguageModelOptions options;
    private readonly ILogger<ModelAdvisor> logger;
    private readonly CircuitBreakerStateProvider breaker = new();
    private readonly ResiliencePipeline pipeline;
    private readonly AskAllowance allowance;

    public ModelAdvisor(LanguageModelClient client, IOptions<LanguageModelOptions> options, TimeProvider clock, ILogger<ModelAdvisor> logger)
    {
        (this.client, this.options, this.logger) = (client, options.Value, logger);
        pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }.AddCircuitBreaker(Breaker()).AddTimeout(options.Value.Budget).Build();
        allowance = new(options.Value.MostPerMinute, clock);
    }

    public string Name => "language-model";

    public bool IsOn => options.Enabled;

    public async Task<Advice?> AdviseAsync(DoubtfulQuestion question, CancellationToken ct)
    {
        if (!IsOn || !allowance.TryTake()) return null;
        try
        {
            return await pipeline.ExecuteAsync(
                static async (call, token) => ModelWords.Read(await call.Client.CompleteAsync(ModelWords.Asking(call.Question), token), call.Question),
                (Client: client, Question: question), ct);
        }
        catch (Exception error) when (IsFailure(error) || error is BrokenCircuitException)
        {
            if (error is not BrokenCircuitException) logger.ModelFailed(error.GetType().Name);
            return null;
        }
    }

    public HealthReport Report() => IsOn && breaker.CircuitState is CircuitState.Open or CircuitState.Isolated
        ? new(HealthState.Degraded, "The language model fails too often; questions are answered without it") : HealthReport.Well;

    private CircuitBreakerStrategyOptions Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = options.BreakerMinimumCalls,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = options.BreakerPause,
        StateProvider = breaker,
        ShouldHandle = attempt => new(attempt.Outcome.Exception is { } error && IsFailure(error)),
        OnOpened = _ => Tell("open"),
        OnClosed = _ => Tell("closed"),
    };

    // Whatever a broken or hostile server can make HttpClient and the JSON reader throw.
    private static bool IsFailure(Exception error) =>
        error is HttpRequestException or TimeoutRejectedException or JsonException or IOException or InvalidOperationException or NotSupportedException;

    private ValueTask Tell(string state)
    {
        logger.ModelBreakerChanged(state);
        return default;
    }
}
