using Chatbot.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace Chatbot.Tests.Campaigns;

/// <summary>Random acts of four people on one campaign, against a model written the other way round: as a table of what is allowed.</summary>
public sealed class CampaignStateTests
{
    private static readonly Guid[] People = [SomeCampaign.Author, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

    [Fact]
    public void Whatever_people_do_the_campaign_is_where_the_model_says()
    {
        var steps = Gen.Choose(0, 9_999).ArrayOf(40).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(steps, Follows));
    }

    [Fact]
    public void An_author_cannot_approve_their_own_campaign()
    {
        var campaign = SomeCampaign.Written();
        Assert.True(campaign.Submit(1, needsSecondLook: false, SomeCampaign.Monday));
        Assert.False(campaign.Approve(SomeCampaign.Author, SomeCampaign.Monday));
        Assert.Equal(CampaignStatus.Submitted, campaign.Status);
    }

    [Fact]
    public void Above_the_size_two_different_people_must_look()
    {
        var campaign = SomeCampaign.Written();
        campaign.Submit(6_000, needsSecondLook: true, SomeCampaign.Monday);
        Assert.True(campaign.Approve(People[1], SomeCampaign.Monday));
        Assert.Equal(CampaignStatus.Submitted, campaign.Status);
        Assert.False(campaign.Approve(People[1], SomeCampaign.Monday));
        Assert.True(campaign.Approve(People[2], SomeCampaign.Monday));
        Assert.Equal(CampaignStatus.Approved, campaign.Status);
    }

    [Fact]
    public void It_does_not_start_before_its_time()
    {
        var campaign = SomeCampaign.Approved();
        Assert.True(campaign.Schedule(SomeCampaign.Monday));
        Assert.False(campaign.Start(SomeCampaign.Monday));
        Assert.True(campaign.Start(SomeCampaign.Monday.AddHours(2)));
    }

    private static bool Follows(int[] numbers)
    {
        var campaign = SomeCampaign.Written();
        var model = new Model();
        for (var i = 0; i < numbers.Length; i++)
        {
            var (act, person, text) = (numbers[i] % 10, numbers[i] / 10 % 4, numbers[i] / 40 % 3);
            var (before, after) = (campaign.Revision, SomeCampaign.Monday.AddHours(3));
            var done = Act(campaign, act, person, text, after);
            if (done != model.Act(act, person, text)) return false;
            if (campaign.Status.ToString() != model.State || campaign.Revision != before + (done ? 1 : 0)) return false;
            // What must never happen, whatever the model says.
            if (campaign.Status is CampaignStatus.Running or CampaignStatus.Scheduled && (!campaign.IsApproved || campaign.ApproverId == campaign.AuthorId || campaign.ApproverId == campaign.EditorId)) return false;
        }
        return true;
    }

    private static bool Act(Campaign campaign, int act, int person, int text, DateTimeOffset now) => act switch
    {
        0 => campaign.Write(SomeCampaign.Draft($"Nội dung {text}"), People[person], now),
        1 => campaign.Submit(10, needsSecondLook: text == 0, now),
        2 or 3 => campaign.Approve(People[person], now),
        4 => campaign.Return("", because: null, now),
        5 => campaign.Schedule(now),
        6 => campaign.Start(now),
        7 => campaign.Pause(null, "", now),
        8 => campaign.Resume(now),
        _ => text switch { 0 => campaign.Cancel("", because: null, now), 1 => campaign.Finish(now), _ => campaign.AskSecondLook(99, now) },
    };

    /// <summary>The same life as the issue tells it.</summary>
    private sealed class Model
    {
        private string text = "start";
        private int? editor;
        private readonly List<int> approvers = [];
        private bool second;

        public string State { get; private set; } = "Draft";

        public bool Act(int act, int person, int choice) => act switch
        {
            0 => Write(person, $"Nội dung {choice}"),
            1 => Move(["Draft", "Returned"], "Submitted", () => second = choice == 0),
            2 or 3 => Approve(person),
            4 => Move(["Submitted", "Approved", "Scheduled"], "Returned", Forget),
            5 => Move(["Approved"], "Scheduled"),
            6 => Move(["Scheduled"], "Running"),
            7 => Move(["Running"], "Paused"),
            8 => Move(["Paused"], "Running"),
            _ when choice == 0 => Move(["Draft", "Submitted", "Returned", "Approved", "Scheduled", "Running", "Paused"], "Cancelled"),
            _ when choice == 1 => Move(["Running", "Paused"], "Finished"),
            _ => approvers.Count < 2 && Move(["Scheduled"], "Submitted", () => second = true),
        };

        private bool Write(int person, string written)
        {
            if (written == text || State is "Running" or "Paused" or "Finished" or "Cancelled") return false;
            (text, editor, State) = (written, person, "Draft");
            Forget();
            return true;
        }

        private bool Approve(int person)
        {
            if (State != "Submitted" || person == 0 || person == editor || approvers.Contains(person)) return false;
            approvers.Add(person);
            if (approvers.Count >= (second ? 2 : 1)) State = "Approved";
            return true;
        }

        private void Forget()
        {
            approvers.Clear();
            second = false;
        }

        private bool Move(string[] from, string to, Action? also = null)
        {
            if (!from.Contains(State)) return false;
            State = to;
            also?.Invoke();
            return true;
        }
    }
}
