using Chatbot.Channels;
using Chatbot.Testing.Conversations;

namespace Chatbot.Tests.Conversations;

/// <summary>What a turn costs beside understanding: buttons need none. Generous, as test machines are shared; a database read or a rebuilt index would show.</summary>
public sealed class TurnCost
{
    private const int Turns = 2_000;

    [Fact]
    public async Task A_turn_without_understanding_takes_well_under_a_millisecond_of_processor_time()
    {
        var talk = new Talk(KnowledgeForTests.Starter);
        for (var i = 0; i < 300; i++) await talk.PressesOld("#tt 1.001193 documents").HearsAsync();
        var started = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Turns; i++) await talk.Happens(new ChannelEvent.MessageReceived(talk.Message("#tt 1.001193 documents"))).HearsAsync();
        var each = (Environment.CpuUsage.TotalTime - started) / Turns;
        // Other tests of this process are counted with it, so the bound is far above the 0.3 ms that is aimed at.
        Assert.True(each < TimeSpan.FromMilliseconds(3), $"{each.TotalMicroseconds:0} µs a turn");
    }
}
