using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Channels;

namespace Chatbot.Campaigns.Writing;

/// <summary>Everything that an editor writes and an approver approves.</summary>
public sealed record CampaignDraft(string Name, Purpose Purpose, CampaignContent Content, SendingMethods Methods)
{
    public const int LongestName = 200;

    public IReadOnlyList<CampaignVariant> Variants { get; init; } = [];

    /// <summary>Who it is for; null: not chosen yet, or public.</summary>
    public SegmentChoice? Segment { get; init; }

    /// <summary>Channel of choice for a citizen whom the office knows on both.</summary>
    public Channel Preferred { get; init; } = Channel.Zalo;

    /// <summary>Which followers a Zalo broadcast goes to; null: all, or no broadcast.</summary>
    public BroadcastTarget? Target { get; init; }

    /// <summary>Not before; null: as soon as it is scheduled.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>What is not sent by then is not sent at all; null: no end.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When it returns; null: once. <see cref="StartsAt"/> and <see cref="EndsAt"/> are then the first and the last moment of all its times.</summary>
    public Recurrence? Repeats { get; init; }

    /// <summary>What follows what a citizen did; null: no sequence.</summary>
    public Sequence? Sequence { get; init; }

    /// <summary>Each of its times is a campaign of its own. (Follows from what is hashed, and is no part of it.)</summary>
    [JsonIgnore]
    public bool Returns => Repeats is not null || Sequence is not null;

    /// <summary>Marks of what the writer was warned of and stands by, see <see cref="WritingReport"/>; null: nothing. (Null, not empty: drafts of before have no such member, and their hash must stay.)</summary>
    public IReadOnlyList<string>? Confirmed { get; init; }

    /// <summary>What citizens may have refused or asked for, such as <c>tiem-chung</c>; empty: none.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Task, criterion, unit and period of the plan that it counts for; empty: none.</summary>
    public string PlanTask { get; init; } = "";

    public string PlanCriterion { get; init; } = "";

    public string PlanUnit { get; init; } = "";

    public string PlanPeriod { get; init; } = "";

    /// <summary>Links are replaced by short ones of our own, whose clicks are counted; null: citizens get the addresses themselves, and nothing is counted.</summary>
    public ClickCounting? Clicks { get; init; }

    /// <summary>A made-up name, as much of it as a campaign's may be long.</summary>
    public static string CutName(string name) => name.Length <= LongestName ? name : name[..LongestName];

    /// <summary>The same with other addresses behind its links, in every language.</summary>
    public CampaignDraft WithLinks(Func<string, string> addressOf) => this with
    {
        Content = Content.WithLinks(addressOf),
        Variants = [.. Variants.Select(variant => variant with { Content = variant.Content.WithLinks(addressOf) })],
    };

    public CampaignDraft Tidied() => this with
    {
        Name = CampaignContent.Tidy(Name),
        Content = Content.Tidied(),
        Topic = CampaignContent.Tidy(Topic),
        Sequence = Sequence?.Tidied(),
        Target = Methods.Zalo == ZaloMethod.Broadcast ? Target?.Tidied() : null,
        Confirmed = Confirmed is { Count: > 0 } ? [.. Confirmed.Select(CampaignContent.Tidy).Where(mark => mark.Length > 0).Distinct().Order(StringComparer.Ordinal)] : null,
        Variants = [.. Variants.Select(v => v with { Content = v.Content.Tidied() }).OrderBy(v => v.Language, StringComparer.Ordinal)],
        Methods = Methods with
        {
            FacebookTemplate = CampaignContent.Tidy(Methods.FacebookTemplate),
            FacebookTemplateLanguage = CampaignContent.Tidy(Methods.FacebookTemplateLanguage),
            ZaloTemplate = CampaignContent.Tidy(Methods.ZaloTemplate),
            Values = [.. Methods.Values.Select(v => new TemplateValue(CampaignContent.Tidy(v.Name), CampaignContent.Tidy(v.Value)))],
        },
        PlanTask = CampaignContent.Tidy(PlanTask),
        PlanCriterion = CampaignContent.Tidy(PlanCriterion),
        PlanUnit = CampaignContent.Tidy(PlanUnit),
        PlanPeriod = CampaignContent.Tidy(PlanPeriod),
    };

    /// <summary>SHA-256, hex, over content, variants, frozen segment, methods, times and everything else of it, after <see cref="Tidied"/>.</summary>
    /// <remarks>Over the JSON: it names every member and quotes every text, so that no two drafts run together.</remarks>
    public string Hash() => HashOf(JsonSerializer.SerializeToUtf8Bytes(this with
    {
        // Times as the database keeps them: the same moment has the same hash after it was read back.
        StartsAt = Moment(StartsAt),
        EndsAt = Moment(EndsAt),
    }, CampaignJson.Default.CampaignDraft));

    public static string HashOf(CampaignContent content) => HashOf(JsonSerializer.SerializeToUtf8Bytes(content, CampaignJson.Default.CampaignContent));

    private static DateTimeOffset? Moment(DateTimeOffset? time) => time is { } at ? new DateTimeOffset(at.UtcTicks / 10 * 10, TimeSpan.Zero) : null;

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A segment as it stood when it was chosen; later versions of it do not change this campaign.</summary>
/// <param name="Criteria">Of that version.</param>
public sealed record SegmentChoice(Guid SegmentId, int Version, Audience.Criteria Criteria);

/// <summary>Anonymous: how often, not who. ByRecipient: the address names the delivery, and a recipient counts once a link.</summary>
public enum ClickCounting { Anonymous, ByRecipient }
