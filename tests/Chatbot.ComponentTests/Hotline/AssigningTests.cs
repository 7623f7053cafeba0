using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Hotline;

/// <summary>Who answers, when many want to and when nobody does.</summary>
public sealed class AssigningTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_fifty_who_take_a_case_at_once_one_gets_it(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        var people = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToList();
        var outcomes = await Task.WhenAll(people.Select(person => Task.Run(() => host.Get<AssignCase>().ClaimAsync(matter.Id, person, Ct))));
        Assert.Equal(1, outcomes.Count(o => o == CaseOutcome.Done));
        Assert.Equal(49, outcomes.Count(o => o == CaseOutcome.TakenByAnother));
        Assert.Equal(people[Array.IndexOf(outcomes, CaseOutcome.Done)], (await host.CaseAsync(matter.Id)).AssigneeId);
        Assert.Single(await host.RowsAsync<CaseEvent>(), e => e.Verb == CaseVerb.Assign);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Closing_and_claiming_at_once_never_leave_half_of_both(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        for (var i = 0; i < 10; i++)
        {
            var matter = await host.OpenAsync($"citizen-{i}");
            var closing = Task.Run(() => host.Get<CloseCase>().CloseAsync(matter.Id, CaseEnd.Resolved, Guid.NewGuid(), "", Ct));
            var claiming = Task.Run(() => host.Get<AssignCase>().ClaimAsync(matter.Id, Guid.NewGuid(), Ct));
            Assert.Equal(CaseOutcome.Done, await closing);
            var claimed = await claiming;
            var after = await host.CaseAsync(matter.Id);
            Assert.Equal((CaseState.Closed, claimed == CaseOutcome.Done), (after.State, after.AssigneeId is not null));
            Assert.Contains(claimed, new[] { CaseOutcome.Done, CaseOutcome.WrongState });
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cases_go_round_by_skill_and_load_and_pass_over_who_is_away(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var (lan, minh, away, off) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var agents = host.Get<KeepAgent>();
        await agents.SetAsync(new(lan, Unit.RootId, [], 3, true), Ct);
        await agents.SetAsync(new(minh, Unit.RootId, [CaseKind.Question], 30, true), Ct);
        await agents.SetAsync(new(away, Unit.RootId, [], 30, true), Ct);
        await agents.SetAsync(new(off, Unit.RootId, [], 30, false), Ct);
        await agents.SetAwayAsync(away, host.Clock.GetUtcNow().AddDays(3), Ct);
        for (var i = 0; i < 8; i++) await host.OpenAsync($"q{i}");
        await host.OpenAsync("complaint", CaseKind.Denunciation);
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.Get<AssignWaitingCases>().AssignAsync(Ct))));
        await host.Get<AssignWaitingCases>().AssignAsync(Ct);
        var cases = await host.RowsAsync<Case>();
        Assert.True(cases.Count(c => c.AssigneeId == lan) <= 3);
        Assert.DoesNotContain(cases, c => c.AssigneeId == away || c.AssigneeId == off || (c.Kind == CaseKind.Denunciation && c.AssigneeId == minh));
        Assert.True(cases.Count(c => c.AssigneeId is null) <= 1, "only the denunciation may find nobody with room");
        Assert.Equal(cases.Count(c => c.AssigneeId is not null), (await host.RowsAsync<Notice>()).Count(n => n.Kind == NoticeKind.Assigned));
        Assert.True(runs.Sum() <= 9);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Signs_of_presence_are_seen_by_all_and_expire(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        var presence = host.Get<ShowPresence>();
        var (lan, minh) = (Guid.NewGuid(), Guid.NewGuid());
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => presence.ShowAsync(matter.Id, lan, PresenceKind.Viewing, Ct))));
        await presence.ShowAsync(matter.Id, lan, PresenceKind.Answering, Ct);
        await presence.ShowAsync(matter.Id, minh, PresenceKind.Viewing, Ct);
        await presence.ShowAsync(matter.Id, lan, PresenceKind.Viewing, Ct);   // the open page says so again and again; she is still answering
        Assert.Equal([PresenceKind.Viewing, PresenceKind.Answering], (await presence.ThereAsync(matter.Id, Ct)).Select(p => p.Kind).Order());
        await presence.LeaveAsync(matter.Id, minh, Ct);
        Assert.Equal(lan, Assert.Single(await presence.ThereAsync(matter.Id, Ct)).OfficialId);
        host.Clock.Move(TimeSpan.FromSeconds(30));
        await presence.ShowAsync(matter.Id, lan, PresenceKind.Answering, Ct);
        host.Clock.Move(TimeSpan.FromSeconds(30));
        Assert.Single(await presence.ThereAsync(matter.Id, Ct));
        host.Clock.Move(TimeSpan.FromSeconds(16));
        Assert.Empty(await presence.ThereAsync(matter.Id, Ct));
        await presence.ForgetAsync(Ct);
        Assert.Empty(await host.RowsAsync<Presence>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Levels_are_told_once_to_agent_supervisor_and_head_however_often_the_job_runs(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        var lan = Guid.NewGuid();
        await host.Get<AssignCase>().ClaimAsync(matter.Id, lan, Ct);
        async Task<string> RunAsync(TimeSpan by)
        {
            host.Clock.Move(by);
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => host.Get<WarnOfDeadlines>().WarnAsync(Ct))));
            return string.Join(' ', (await host.RowsAsync<Notice>()).OrderBy(n => n.Id).Select(n => $"{n.Kind}/{n.Audience}"));
        }
        Assert.Equal("", await RunAsync(TimeSpan.FromHours(3)));
        Assert.Equal("DeadlineHalf/Agent", await RunAsync(TimeSpan.FromHours(3)));      // 14:00: 4 of 8 working hours
        Assert.Equal("DeadlineHalf/Agent DeadlineNear/Agent DeadlineNear/Supervisor", await RunAsync(TimeSpan.FromHours(2.5)));
        Assert.EndsWith("DeadlinePassed/Agent DeadlinePassed/Supervisor DeadlinePassed/Head", await RunAsync(TimeSpan.FromDays(1)), StringComparison.Ordinal);
        Assert.Equal(6, (await host.RowsAsync<Notice>()).Count);
        Assert.Equal(lan, (await host.RowsAsync<Notice>()).First().OfficialId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_confirmed_kind_brings_its_law_and_an_extension_warns_anew(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen", CaseKind.Petition);
        var (change, lan) = (host.Get<ChangeCase>(), Guid.NewGuid());
        Assert.Equal(CaseOutcome.NoExtension, await change.ExtendAsync(matter.Id, lan, "cần xác minh", Ct));
        await change.ConfirmKindAsync(matter.Id, CaseKind.Petition, lan, Ct);
        var confirmed = await host.CaseAsync(matter.Id);
        Assert.Equal(("petition-2017", true), (confirmed.RuleId, confirmed.IsKindConfirmed));
        host.Clock.Move(TimeSpan.FromDays(30));
        await host.Get<WarnOfDeadlines>().WarnAsync(Ct);
        Assert.Equal(CaseOutcome.Invalid, await change.ExtendAsync(matter.Id, lan, " ", Ct));
        Assert.Equal(CaseOutcome.Done, await change.ExtendAsync(matter.Id, lan, "cần xác minh", Ct));
        Assert.Equal(CaseOutcome.NoExtension, await change.ExtendAsync(matter.Id, lan, "nữa", Ct));
        host.Clock.Move(TimeSpan.FromDays(30));
        await host.Get<WarnOfDeadlines>().WarnAsync(Ct);
        Assert.Equal(2, (await host.RowsAsync<Notice>()).Count(n => n.Kind == NoticeKind.DeadlinePassed && n.Audience == Audience.Head));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Forwarding_goes_there_and_back_with_its_history(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var other = new Unit { Name = "Phòng Kinh tế", ParentId = Unit.RootId };
        await using (var db = host.Database.NewContext())
        {
            db.Add(other);
            await db.SaveChangesAsync();
        }
        var matter = await host.OpenAsync("citizen");
        var (change, lan, hoa) = (host.Get<ChangeCase>(), Guid.NewGuid(), Guid.NewGuid());
        await host.Get<AssignCase>().ClaimAsync(matter.Id, lan, Ct);
        Assert.Equal(CaseOutcome.Invalid, await change.ForwardAsync(matter.Id, Guid.NewGuid(), lan, "", Ct));
        Assert.Equal(CaseOutcome.Done, await change.ForwardAsync(matter.Id, other.Id, lan, "thuộc lĩnh vực của phòng", Ct));
        var away = await host.CaseAsync(matter.Id);
        Assert.Equal((CaseState.Forwarded, null, other.Id, Unit.RootId), (away.State, away.AssigneeId, away.HandlerUnitId, away.UnitId));
        await host.Get<AssignCase>().ClaimAsync(matter.Id, hoa, Ct);
        Assert.Equal(CaseOutcome.Done, await change.SendBackAsync(matter.Id, hoa, "không phải của chúng tôi", Ct));
        Assert.Equal(CaseOutcome.WrongState, await change.SendBackAsync(matter.Id, hoa, "", Ct));
        Assert.Equal([CaseVerb.Open, CaseVerb.Assign, CaseVerb.Forward, CaseVerb.Assign, CaseVerb.SendBack],
            (await host.RowsAsync<CaseEvent>()).OrderBy(e => e.Id).Select(e => e.Verb));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_refuses_to_change_a_cases_history(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        await host.OpenAsync("citizen");
        await using var db = host.Database.NewContext();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<CaseEvent>().ExecuteUpdateAsync(set => set.SetProperty(e => e.Detail, "khác")));
    }
}
