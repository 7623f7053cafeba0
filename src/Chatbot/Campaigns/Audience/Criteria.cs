using Chatbot.Campaigns.Scheduling;
using Chatbot.Channels;

namespace Chatbot.Campaigns.Audience;

/// <summary>What citizens of a segment have in common. Every part that is given must hold; within a list one is enough.</summary>
public sealed record Criteria
{
    public static readonly Criteria Everybody = new();

    public const int MostOfAKind = 200;

    /// <summary>Empty: on any.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Null: whether or not.</summary>
    public bool? Follows { get; init; }

    /// <summary>Days since the citizen last wrote or came, at most; null: however long.</summary>
    public int? ActiveWithinDays { get; init; }

    /// <summary>Codes of procedures, one of which the citizen was told about; empty: any.</summary>
    public IReadOnlyList<string> AskedProcedures { get; init; } = [];

    /// <summary>Days in which it was asked; null: however long ago.</summary>
    public int? AskedWithinDays { get; init; }

    /// <summary>Tags, one of which the citizen has; empty: any.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Tags, none of which the citizen has.</summary>
    public IReadOnlyList<string> WithoutTags { get; init; } = [];

    /// <summary>Offices; empty: the campaign's own and all below it.</summary>
    public IReadOnlyList<Guid> Units { get; init; } = [];

    /// <summary>Languages; empty: any. Who said nothing speaks Vietnamese.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Null: citizens and businesses.</summary>
    public CitizenKind? Kind { get; init; }

    /// <summary>Topics, one of which the citizen has asked for; empty: whether or not.</summary>
    public IReadOnlyList<string> OptedInTo { get; init; } = [];

    /// <summary>Only recipients of an earlier campaign whom it did not reach; null: whoever the rest says.</summary>
    public EarlierDeliveries? Earlier { get; init; }

    /// <summary>Fields (lĩnh vực) of procedures, about one of which the citizen was told; null: any. (Null, not empty: campaigns of before have no such member, and their hash must stay.)</summary>
    public IReadOnlyList<string>? AskedFields { get; init; }

    /// <summary>Codes of procedures, one of which the citizen follows, see <see cref="OutreachTopic.OfProcedure"/>; null: any.</summary>
    public IReadOnlyList<string>? FollowedProcedures { get; init; }

    /// <summary>A step of a sequence; null: no sequence.</summary>
    public Began? Began { get; init; }

    /// <summary>Numbers positive, lists not endless.</summary>
    public bool IsSound =>
        ActiveWithinDays is null or (> 0 and <= 3_650) && AskedWithinDays is null or (> 0 and <= 3_650)
        && new[] { Channels.Count, AskedProcedures.Count, Tags.Count, WithoutTags.Count, Units.Count, Languages.Count, OptedInTo.Count, AskedFields?.Count ?? 0, FollowedProcedures?.Count ?? 0 }.Max() <= MostOfAKind;

    public bool Equals(Criteria? other) =>
        other is not null && Channels.SequenceEqual(other.Channels) && Follows == other.Follows && ActiveWithinDays == other.ActiveWithinDays
        && AskedProcedures.SequenceEqual(other.AskedProcedures) && AskedWithinDays == other.AskedWithinDays && Tags.SequenceEqual(other.Tags)
        && WithoutTags.SequenceEqual(other.WithoutTags) && Units.SequenceEqual(other.Units) && Languages.SequenceEqual(other.Languages)
        && Kind == other.Kind && OptedInTo.SequenceEqual(other.OptedInTo) && Began == other.Began && Earlier == other.Earlier
        && (AskedFields ?? []).SequenceEqual(other.AskedFields ?? []) && (FollowedProcedures ?? []).SequenceEqual(other.FollowedProcedures ?? []);

    public override int GetHashCode() => HashCode.Combine(Channels.Count, Follows, ActiveWithinDays, AskedProcedures.Count, Tags.Count, Units.Count, Kind);
}

public enum CitizenKind { Person, Business }

/// <summary>Rows of an earlier campaign. They are frozen themselves: only who has seen it meanwhile, or was confirmed, falls out.</summary>
public sealed record EarlierDeliveries(Guid CampaignId, FollowUp Whom);

/// <summary>Failed: the platform refused it, or it never left for a reason that may be gone. Unseen: sent and not seen. What is unknown may have arrived and belongs to neither.</summary>
public enum FollowUp { Failed, Unseen }
