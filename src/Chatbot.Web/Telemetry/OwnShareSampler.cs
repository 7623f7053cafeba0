using OpenTelemetry.Trace;

namespace Chatbot.Web.Telemetry;

/// <summary>Keeps a share of the traces that begin here. Spans inside follow their trace; what a remote caller asks for does not count.</summary>
internal sealed class OwnShareSampler(double share) : Sampler
{
    private readonly TraceIdRatioBasedSampler own = new(share);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var parent = samplingParameters.ParentContext;
        if (parent.SpanId == default || parent.IsRemote) return own.ShouldSample(samplingParameters);
        var kept = (parent.TraceFlags & System.Diagnostics.ActivityTraceFlags.Recorded) != 0;
        return new SamplingResult(kept ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);
    }
}
