using System.Diagnostics.Metrics;

namespace Chatbot.Tests.Channels.Shared;

/// <summary>Meters that nobody reads.</summary>
public sealed class TestMeters : IMeterFactory
{
    public Meter Create(MeterOptions options) => new(options);

    public void Dispose() { }
}
