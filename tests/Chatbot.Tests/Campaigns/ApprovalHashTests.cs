using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;

namespace Chatbot.Tests.Campaigns;

/// <summary>An approval is for exactly what was read: the smallest change of anything takes it back.</summary>
public sealed class ApprovalHashTests
{
    [Fact]
    public void Every_edit_of_one_character_withdraws_the_approval()
    {
        var random = new Random(20261122);
        var original = SomeCampaign.Draft().Tidied();
        foreach (var (text, with) in Texts(original))
            for (var at = 0; at <= text.Length; at++)
                foreach (var edited in Edits(text, at, random).Where(edited => CampaignContent.Tidy(edited) != text))
                    AssertWithdrawn(original, with(edited), $"'{text}' -> '{edited}'");
    }

    [Fact]
    public void Everything_else_of_it_is_bound_too()
    {
        var original = SomeCampaign.Draft().Tidied();
        CampaignDraft[] others =
        [
            original with { Purpose = Purpose.PersonalNotice }, original with { Preferred = Channel.Facebook }, original with { StartsAt = original.StartsAt!.Value.AddMicroseconds(1) },
            original with { EndsAt = null }, original with { StartsAt = null }, original with { Variants = [] }, original with { Segment = null },
            original with { Segment = original.Segment! with { Version = 4 } }, original with { Segment = original.Segment! with { Criteria = Criteria.Everybody } },
            original with { Segment = original.Segment! with { Criteria = original.Segment.Criteria with { ActiveWithinDays = 31 } } },
            original with { Methods = original.Methods with { Facebook = FacebookMethod.PagePost } }, original with { Methods = original.Methods with { Zalo = ZaloMethod.Template } },
            original with { Methods = original.Methods with { Values = [new TemplateValue("a", "b")] } }, original with { Content = original.Content with { Links = [] } },
            original with { Variants = [original.Variants[0] with { BasedOn = "y" }] },
        ];
        foreach (var other in others) AssertWithdrawn(original, other, other.ToString());
    }

    [Fact]
    public void The_same_draft_written_again_changes_nothing_and_survives_being_stored()
    {
        var campaign = SomeCampaign.Approved();
        Assert.False(campaign.Write(SomeCampaign.Draft() with { Name = " Tiêm phòng sởi \r\n" }, SomeCampaign.Author, SomeCampaign.Monday));
        Assert.Equal(CampaignStatus.Approved, campaign.Status);
        Assert.Equal(campaign.ContentHash, campaign.Read().Hash());
        Assert.Equal(campaign.Read().Content, SomeCampaign.Draft().Content.Tidied());
    }

    [Fact]
    public void A_translation_is_marked_when_the_Vietnamese_has_changed_since()
    {
        var content = new CampaignContent("", "Xin mời");
        var variant = new CampaignVariant("km", new CampaignContent("", "…"), CampaignDraft.HashOf(content));
        Assert.False(variant.IsStale(content));
        Assert.True(variant.IsStale(content with { Text = "Xin mời!" }));
        Assert.True(variant.IsStale(content with { Phone = "113" }));
    }

    private static void AssertWithdrawn(CampaignDraft original, CampaignDraft edited, string what)
    {
        var campaign = SomeCampaign.Approved(original);
        Assert.True(campaign.Schedule(SomeCampaign.Monday));
        Assert.True(campaign.Write(edited, Guid.NewGuid(), SomeCampaign.Monday), what);
        Assert.False(campaign.IsApproved, what);
        Assert.Null(campaign.ApproverId);
        Assert.Equal(CampaignStatus.Draft, campaign.Status);
    }

    private static IEnumerable<string> Edits(string text, int at, Random random)
    {
        var letter = "aáÀđ1. {}\"\\\n"[random.Next(12)];
        yield return text.Insert(at, letter.ToString());
        if (at == text.Length) yield break;
        yield return text.Remove(at, 1);
        yield return text[..at] + letter + text[(at + 1)..];
    }

    private static IEnumerable<(string Text, Func<string, CampaignDraft> With)> Texts(CampaignDraft d)
    {
        yield return (d.Name, s => d with { Name = s });
        yield return (d.Content.Title, s => d with { Content = d.Content with { Title = s } });
        yield return (d.Content.Text, s => d with { Content = d.Content with { Text = s } });
        yield return (d.Content.Phone, s => d with { Content = d.Content with { Phone = s } });
        yield return (d.Content.Links[0].Title, s => d with { Content = d.Content with { Links = [d.Content.Links[0] with { Title = s }] } });
        yield return (d.Content.Links[0].Url, s => d with { Content = d.Content with { Links = [d.Content.Links[0] with { Url = s }] } });
        yield return (d.Variants[0].Content.Text, s => d with { Variants = [d.Variants[0] with { Content = d.Variants[0].Content with { Text = s } }] });
        yield return (d.Topic, s => d with { Topic = s });
        yield return (d.PlanTask, s => d with { PlanTask = s });
        yield return (d.PlanCriterion, s => d with { PlanCriterion = s });
        yield return (d.PlanUnit, s => d with { PlanUnit = s });
        yield return (d.PlanPeriod, s => d with { PlanPeriod = s });
    }
}
