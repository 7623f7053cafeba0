using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Chatbot.Channels;

/// <summary>One resilience pipeline per account: a breaker around an attempt timeout. No retry: a POST that is repeated is a second message.</summary>
/// <remarks>Failures are broken connections, time-outs and answers from 500 up. A platform's refusal is an answer and keeps the breaker closed.</remarks>
public sealed class AccountPipelines(IOptions<ChannelOptions> options, TimeProvider clock, AccountHealth health, ILogger<AccountPipelines> log)
{
    private readonly ConcurrentDictionary<Guid, ResiliencePipeline<HttpResponseMessage>> pipelines = new();

    public ResiliencePipeline<HttpResponseMessage> For(Guid accountId) => pipelines.GetOrAdd(accountId, Build);

    private ResiliencePipeline<HttpResponseMessage> Build(Guid accountId) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddCircuitBreaker(Breaker(accountId))
            .AddTimeout(options.Value.AttemptTimeout)
            .Build();

    private CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(Guid accountId) => new()
    {
        FailureRatio = options.Value.BreakerFailureRatio,
        MinimumThroughput = options.Value.BreakerMinimumCalls,
        SamplingDuration = options.Value.BreakerSampling,
        BreakDuration = options.Value.BreakerPause,
        ShouldHandle = attempt => new(IsFailure(attempt.Outcome)),
        OnOpened = _ => Tell(accountId, isOpen: true),
        OnClosed = _ => Tell(accountId, isOpen: false),
    };

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException } || outcome.Result?.StatusCode >= HttpStatusCode.InternalServerError;

    private ValueTask Tell(Guid accountId, bool isOpen)
    {
        if (isOpen) health.Report(accountId, AccountProblem.BreakerOpen, "The platform fails too often; sending pauses");
        else health.Clear(accountId, AccountProblem.BreakerOpen);
        log.BreakerChanged(accountId, isOpen ? "open" : "closed");
        return default;
    }
}
