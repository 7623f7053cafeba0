using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Chatbot.ComponentTests.Crash;

/// <summary>The real process is killed again and again while citizens write: nothing acknowledged is lost, nothing is answered twice.</summary>
[Trait("Category", "Crash")]
public sealed class CrashTests(ITestOutputHelper output)
{
    [Theory, OnPostgres(50), OnSqlite(10)]
    public async Task No_acknowledged_message_is_lost_and_none_is_answered_twice(DatabaseKind kind, int kills)
    {
        // CHATBOT_CRASH_KILLS: a shorter drill where time is short (.ci/run); the full count is the default.
        if (int.TryParse(Environment.GetEnvironmentVariable("CHATBOT_CRASH_KILLS"), out var atMost)) kills = Math.Min(kills, atMost);
        await using var database = await DurableDatabase.CreateAsync(kind);
        await using var drill = await CrashDrill.BeginAsync(database.Database, seed: 20261121);
        for (var kill = 0; kill < kills; kill++) await drill.RunUntilKilledAsync();
        var report = await drill.FinishAsync();
        output.WriteLine(report.ToString());
        Assert.True(report.Citizens >= kills, report.ToString());
        Assert.True(report.Acknowledged > 0, report.ToString());
        Assert.Equal(0, report.AnsweredTwice);
        Assert.Equal(0, report.Lost);
        Assert.True(report.Unknown <= report.MarkedAtKills, report.ToString());
        // By the stand-in's own count: whoever has an unconfirmed answer was being sent it when the process died.
        Assert.True(report.UnknownArrived <= report.InFlightAtKills, report.ToString());
    }
}
