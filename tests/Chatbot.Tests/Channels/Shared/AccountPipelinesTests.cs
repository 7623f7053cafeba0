using System.Net;
using Chatbot.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace Chatbot.Tests.Channels.Shared;

public sealed class AccountPipelinesTests
{
    private readonly ManualTime clock = new();
    private readonly AccountHealth health = new(new TestMeters());
    private readonly AccountPipelines pipelines;
    private readonly Guid account = Guid.NewGuid();
    private int calls;

    public AccountPipelinesTests() =>
        pipelines = new AccountPipelines(Options.Create(new ChannelOptions()), clock, health, NullLogger<AccountPipelines>.Instance);

    [Fact]
    public async Task A_failing_platform_is_left_alone_and_asked_again_after_the_pause()
    {
        for (var i = 0; i < 10; i++) await CallAsync(account, HttpStatusCode.BadGateway);
        var broken = await Assert.ThrowsAnyAsync<BrokenCircuitException>(() => CallAsync(account, HttpStatusCode.OK));
        Assert.Equal(10, calls);
        Assert.True(health.Has(account, AccountProblem.BreakerOpen));
        var later = Assert.IsType<SendOutcome.Throttled>(TransportFailures.Outcome(broken));
        Assert.InRange(later.RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        clock.Pass(TimeSpan.FromSeconds(16));
        await CallAsync(account, HttpStatusCode.OK);
        Assert.False(health.Has(account, AccountProblem.BreakerOpen));
    }

    [Fact]
    public async Task One_accounts_breaker_does_not_stop_another()
    {
        for (var i = 0; i < 10; i++) await CallAsync(account, HttpStatusCode.BadGateway);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Guid.NewGuid(), HttpStatusCode.OK)).StatusCode);
    }

    [Fact]
    public async Task Refusals_are_answers_and_keep_the_breaker_closed()
    {
        for (var i = 0; i < 50; i++) await CallAsync(account, HttpStatusCode.BadRequest);
        Assert.Equal(50, calls);
        Assert.Empty(health.Problems);
    }

    [Fact]
    public async Task A_call_goes_once_however_it_ends()
    {
        await CallAsync(account, HttpStatusCode.InternalServerError);
        Assert.Equal(1, calls);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public void Only_a_connection_that_never_stood_proves_that_nothing_was_delivered(HttpRequestError error, bool mayRepeat) =>
        Assert.Equal(mayRepeat, TransportFailures.Outcome(new HttpRequestException(error)) is SendOutcome.Throttled);

    private Task<HttpResponseMessage> CallAsync(Guid of, HttpStatusCode status) => pipelines.For(of).ExecuteAsync(_ =>
    {
        calls++;
        return ValueTask.FromResult(new HttpResponseMessage(status));
    }).AsTask();
}
