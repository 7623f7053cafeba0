using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chatbot.ComponentTests.Service;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Journal;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>What the stand-in itself knows of sends that were under way: the crash drill compares the service's own list with it.</summary>
public sealed class SendLedgerTests : SimulatorTest
{
    [Fact]
    public async Task An_answer_counts_as_read_when_the_next_request_comes_over_its_connection()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        await SendZaloAsync("hoa", new { text = "một" });
        var first = await FinishedAsync(1);
        Assert.Equal((SendState.Answered, true), (first.State, first.IsAccepted));

        await SendZaloAsync("hoa", new { text = "hai" });
        await FinishedAsync(2);
        var sends = Platforms.Sends.After(0);
        Assert.Equal([SendState.Read, SendState.Answered], sends.Select(s => s.State));
        Assert.Equal(Platforms.Zalo.MessagesTo("hoa").Select(m => m.Id), sends.SelectMany(s => s.MessageIds));
    }

    [Fact]
    public async Task A_broken_connection_is_a_send_that_was_accepted_and_never_answered()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Platforms.Facebook.Faults.Next(FaultKind.ResetAfterAccepting);
        await Assert.ThrowsAsync<HttpRequestException>(() => SendFacebookAsync("hoa", new { text = "một lần" }));

        var send = await FinishedAsync(1);
        Assert.Equal((SendState.Broken, true), (send.State, send.IsAccepted));
        await Until.TrueAsync(() => Task.FromResult(Platforms.Sends.After(0)[0].ConnectionEndedAt is not null));
        Assert.Equal(new SendTotals(1, 1, 0, 1, 0), Platforms.Sends.Totals);
    }

    [Fact]
    public async Task A_send_without_an_answer_yet_is_under_way_and_a_client_that_leaves_breaks_it()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        Platforms.Zalo.Faults.Next(FaultKind.TimeoutAfterAccepting);
        var sending = SendZaloAsync("hoa", new { text = "chờ mãi" });
        await Until.TrueAsync(() => Task.FromResult(Platforms.Zalo.MessagesTo("hoa").Count == 1));

        Assert.Equal(new SendsInFlight(1, 0, 0, 0), InFlight());
        Http.CancelPendingRequests();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await FinishedAsync(1);
        Assert.Equal(new SendsInFlight(0, 1, 0, 0), InFlight());
    }

    [Fact]
    public async Task What_was_refused_is_not_accepted()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        await SendZaloAsync("hoa", new { text = "" });

        Assert.False((await FinishedAsync(1)).IsAccepted);
        Assert.Equal(0, Platforms.Sends.Totals.Accepted);
    }

    [Fact]
    public async Task The_past_can_be_asked_about_moment_by_moment()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        await SendZaloAsync("hoa", new { text = "một" });
        var finished = (await FinishedAsync(1)).FinishedAt!.Value;
        await SendZaloAsync("hoa", new { text = "hai" });
        await FinishedAsync(2);

        Assert.Equal(0, Platforms.Sends.InFlightAt(finished - TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1)).Total);
        Assert.Equal(new SendsInFlight(0, 0, 1, 0), Platforms.Sends.InFlightAt(finished, TimeSpan.FromSeconds(1)));
        Assert.Equal(new SendsInFlight(0, 0, 1, 1), InFlight());
        Assert.Equal(0, Platforms.Sends.InFlightAt(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1), TimeSpan.FromSeconds(1)).Total);
    }

    [Fact]
    public async Task A_batch_is_one_send_with_all_its_messages_and_scripts_can_read_it()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var psid = Platforms.Facebook.Conversation("hoa").CitizenId;
        var item = new { method = "POST", relative_url = "me/messages", body = $"recipient={{\"id\":\"{psid}\"}}&message={{\"text\":\"a\"}}" };
        await GraphAsync(HttpMethod.Post, "", new { batch = new[] { item, item } });
        await FinishedAsync(1);

        var told = (await Http.GetFromJsonAsync<JsonNode>(new Uri(Platforms.Address, "/control/sends?after=0")))!;
        Assert.Equal(1, (int)told["totals"]!["received"]!);
        Assert.Equal(2, told["sends"]![0]!["messageIds"]!.AsArray().Count);
        Assert.True((bool)told["sends"]![0]!["isAccepted"]!);
        var inFlight = (await Http.GetFromJsonAsync<JsonNode>(new Uri(Platforms.Address, "/control/sends/in-flight?marginMilliseconds=60000")))!;
        Assert.Equal(1, (int)inFlight["total"]!);
    }

    private SendsInFlight InFlight() => Platforms.Sends.InFlightAt(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));

    /// <summary>The server notes the end of an answer just after the client has it.</summary>
    private async Task<SendRecord> FinishedAsync(long number)
    {
        await Until.TrueAsync(() => Task.FromResult(Platforms.Sends.After(number - 1) is [{ FinishedAt: not null }, ..]));
        return Platforms.Sends.After(number - 1)[0];
    }
}
