using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Scheduling;
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
        var original = WithEverything().Tidied();
        foreach (var (text, with) in Texts(original))
            for (var at = 0; at <= text.Length; at++)
                foreach (var edited in Edits(text, at, random).Where(edited => CampaignContent.Tidy(edited) != text))
                    AssertWithdrawn(original, with(edited), $"'{text}' -> '{edited}'");
    }

    [Fact]
    public void Everything_else_of_it_is_bound_too()
    {
        var original = SomeCampaign.Draft().Tidied();
        var broadcast = new SendingMethods(null, ZaloMethod.Broadcast);
        AssertWithdrawn((original with { Methods = broadcast, Target = new BroadcastTarget { Ages = [3] } }).Tidied(), original with { Methods = broadcast, Target = new BroadcastTarget { Ages = [3, 4] } }, "another age");
        Assert.Equal((original with { Methods = broadcast }).Tidied().Hash(), (original with { Methods = broadcast, Target = new BroadcastTarget() }).Tidied().Hash());   // everybody is everybody
        Assert.Null((original with { Target = new BroadcastTarget { Ages = [3] } }).Tidied().Target);   // only an article has one
        CampaignDraft[] others =
        [
            original with { Purpose = Purpose.PersonalNotice }, original with { Preferred = Channel.Facebook }, original with { StartsAt = original.StartsAt!.Value.AddMicroseconds(1) },
            original with { EndsAt = null }, original with { StartsAt = null }, original with { Variants = [] }, original with { Segment = null },
            original with { Segment = original.Segment! with { Version = 4 } }, original with { Segment = original.Segment! with { Criteria = Criteria.Everybody } },
            original with { Segment = original.Segment! with { Criteria = original.Segment.Criteria with { ActiveWithinDays = 31 } } },
            original with { Methods = original.Methods with { Facebook = FacebookMethod.PagePost } }, original with { Methods = original.Methods with { Zalo = ZaloMethod.Template } },
            original with { Methods = original.Methods with { Values = [new TemplateValue("a", "b")] } }, original with { Content = original.Content with { Links = [] } },
            original with { Variants = [original.Variants[0] with { BasedOn = "y" }] }, original with { Methods = broadcast, Target = new BroadcastTarget { Ages = [3] } },
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
    public void What_only_follows_from_it_is_not_hashed_so_that_old_approvals_hold()
    {
        var campaign = SomeCampaign.Written(SomeCampaign.Draft() with { Repeats = RecurrenceWords.Read("thứ Hai hằng tuần lúc 9 giờ") });
        Assert.True(campaign.Read().Returns);
        Assert.False(SomeCampaign.Draft().Returns);
        Assert.DoesNotContain("returns", campaign.Content, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_made_up_name_is_cut_to_what_a_name_may_be()
    {
        Assert.Equal(CampaignDraft.LongestName, CampaignDraft.CutName(new string('a', 300)).Length);
        Assert.Equal("Tin", CampaignDraft.CutName("Tin"));
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

    [Fact]
    public void Every_digit_of_every_time_is_bound()
    {
        var original = WithEverything().Tidied();
        foreach (var moved in new[] { TimeSpan.FromMicroseconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(365) }.SelectMany(by => new[] { by, -by }))
        {
            AssertWithdrawn(original, original with { StartsAt = original.StartsAt + moved }, $"starts {moved}");
            AssertWithdrawn(original, original with { EndsAt = original.EndsAt + moved }, $"ends {moved}");
        }
        for (var minute = 1; minute < 1_440; minute++)
            AssertWithdrawn(original, original with { Repeats = original.Repeats! with { At = original.Repeats.At.AddMinutes(minute) } }, $"at {minute}");
    }

    /// <summary>A draft in which no part is empty.</summary>
    private static CampaignDraft WithEverything() => SomeCampaign.Draft() with
    {
        Content = SomeCampaign.Draft().Content with { PictureUrl = "https://example.gov.vn/a.jpg" },
        Variants = [new CampaignVariant("km", new CampaignContent("ចំណងជើង", "សូមអញ្ជើញ"), "x")],
        Methods = new SendingMethods(FacebookMethod.Utility, ZaloMethod.Template) { FacebookTemplate = "ho_so", ZaloTemplate = "310017", Values = [new TemplateValue("ho_ten", "Bà con")] },
        Segment = SomeCampaign.Draft().Segment! with { Criteria = new Criteria { Tags = ["hộ nghèo"], AskedProcedures = ["1.001193"], OptedInTo = ["tiem-chung"], WithoutTags = ["đã tiêm"], AskedFields = ["Hộ tịch"], FollowedProcedures = ["2.000815"] } },
        Repeats = RecurrenceWords.Read("thứ Hai hằng tuần lúc 9 giờ"),
        EndsAt = SomeCampaign.Monday.AddDays(30),
        Confirmed = ["so:31/02"],
    };

    private static void AssertWithdrawn(CampaignDraft original, CampaignDraft edited, string what)
    {
        var campaign = SomeCampaign.Approved(original);
        Assert.True(campaign.Schedule(SomeCampaign.Monday), what);
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
        yield return (d.Variants[0].Content.Title, s => d with { Variants = [d.Variants[0] with { Content = d.Variants[0].Content with { Title = s } }] });
        yield return (d.Content.PictureUrl, s => d with { Content = d.Content with { PictureUrl = s } });
        yield return (d.Methods.FacebookTemplate, s => d with { Methods = d.Methods with { FacebookTemplate = s } });
        yield return (d.Methods.FacebookTemplateLanguage, s => d with { Methods = d.Methods with { FacebookTemplateLanguage = s } });
        yield return (d.Methods.ZaloTemplate, s => d with { Methods = d.Methods with { ZaloTemplate = s } });
        yield return (d.Methods.Values[0].Name, s => d with { Methods = d.Methods with { Values = [d.Methods.Values[0] with { Name = s }] } });
        yield return (d.Methods.Values[0].Value, s => d with { Methods = d.Methods with { Values = [d.Methods.Values[0] with { Value = s }] } });
        yield return (d.Confirmed![0], s => d with { Confirmed = [s] });
        var (segment, criteria) = (d.Segment!, d.Segment!.Criteria);
        yield return (criteria.Tags[0], s => d with { Segment = segment with { Criteria = criteria with { Tags = [s] } } });
        yield return (criteria.WithoutTags[0], s => d with { Segment = segment with { Criteria = criteria with { WithoutTags = [s] } } });
        yield return (criteria.AskedProcedures[0], s => d with { Segment = segment with { Criteria = criteria with { AskedProcedures = [s] } } });
        yield return (criteria.OptedInTo[0], s => d with { Segment = segment with { Criteria = criteria with { OptedInTo = [s] } } });
        yield return (criteria.AskedFields![0], s => d with { Segment = segment with { Criteria = criteria with { AskedFields = [s] } } });
        yield return (criteria.FollowedProcedures![0], s => d with { Segment = segment with { Criteria = criteria with { FollowedProcedures = [s] } } });
        yield return (d.Topic, s => d with { Topic = s });
        yield return (d.PlanTask, s => d with { PlanTask = s });
        yield return (d.PlanCriterion, s => d with { PlanCriterion = s });
        yield return (d.PlanUnit, s => d with { PlanUnit = s });
        yield return (d.PlanPeriod, s => d with { PlanPeriod = s });
    }
}
