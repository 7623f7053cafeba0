using Chatbot.Campaigns.Publishing;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns;

/// <summary>What stands in the way of sending a campaign. The same look is taken when it is submitted, when it starts, and whenever a process takes it up.</summary>
public sealed class CampaignCheck(DeliveryBodies bodies, IOptionsMonitor<CampaignOptions> options)
{
    /// <summary>It is what was approved, and still may be sent as the rules are now.</summary>
    public bool MayLeave(Campaign campaign) => campaign.IsApproved && Look(campaign.Read()).Count == 0;

    public IReadOnlyList<CampaignFault> Look(CampaignDraft draft)
    {
        var faults = new List<CampaignFault>();
        Add(CampaignFault.Content, draft.Content.IsSound && draft.Variants.All(v => v.Content.IsSound));
        Add(CampaignFault.Placeholder, Texts(draft).All(text => Placeholders.UnknownIn(text).Count == 0));
        Add(CampaignFault.Variant, draft.Variants.All(v => Languages.IsKnown(v.Language) && v.Language != Languages.Vietnamese)
            && draft.Variants.Select(v => v.Language).Distinct().Count() == draft.Variants.Count);
        Add(CampaignFault.StaleVariant, draft.Variants.All(v => !v.IsStale(draft.Content)));
        Add(CampaignFault.Times, draft.EndsAt is null || draft.StartsAt is null || draft.EndsAt > draft.StartsAt);
        Add(CampaignFault.Repeats, ReturnsWell(draft));
        LookAtMethods(draft, Add);
        if (faults.Count == 0 && draft.Methods.IsAddressed) Add(CampaignFault.TooLong, Steps(draft).All(bodies.AllFit));
        if (faults.Count == 0 && draft.Methods.IsPublic) Add(CampaignFault.PublicParts, PublicParts(draft));
        return faults;

        void Add(CampaignFault fault, bool isWell)
        {
            if (!isWell) faults.Add(fault);
        }
    }

    private void LookAtMethods(CampaignDraft draft, Action<CampaignFault, bool> add)
    {
        var methods = draft.Methods;
        add(CampaignFault.NoMethod, methods.IsAddressed != methods.IsPublic);
        add(CampaignFault.NoSegment, methods.IsPublic || draft.Segment is { Criteria.IsSound: true });
        add(CampaignFault.Purpose, draft.Purpose == Purpose.PersonalNotice ? !methods.IsPublic : methods is { Facebook: not FacebookMethod.Utility, Zalo: not ZaloMethod.Template });
        add(CampaignFault.Consultation, methods.Zalo != ZaloMethod.Consultation || options.CurrentValue.ZaloConsultation);
        add(CampaignFault.Template, (methods.Facebook != FacebookMethod.Utility || methods.FacebookTemplate.Length > 0)
            && (methods.Zalo != ZaloMethod.Template || methods.ZaloTemplate.Length > 0));
        add(CampaignFault.AddressedPicture, methods.IsPublic || draft.Content.PictureUrl.Length == 0);
    }

    private static bool ReturnsWell(CampaignDraft draft) =>
        (draft.Repeats?.IsSound ?? true) && (draft.Sequence?.IsSound ?? true) && (draft.Repeats is null || draft.Sequence is null) && (draft.Sequence is null || !draft.Methods.IsPublic);

    private static IEnumerable<CampaignDraft> Steps(CampaignDraft draft) =>
        (draft.Sequence?.Further ?? []).Select(step => draft with { Content = step.Content, Variants = [] }).Prepend(draft);

    private static bool PublicParts(CampaignDraft draft) => draft.Methods.Zalo != ZaloMethod.Broadcast
        || (draft.Content.Title.Length is > 0 and <= ZaloArticles.LongestTitle && draft.Content.PictureUrl.Length > 0);

    private static IEnumerable<string> Texts(CampaignDraft draft) =>
        draft.Variants.Select(v => v.Content).Append(draft.Content).Concat(draft.Sequence?.Further.Select(step => step.Content) ?? []).SelectMany(c => new[] { c.Title, c.Text }).Concat(draft.Methods.Values.Select(v => v.Value));
}

/// <summary>Name, Content: missing or too long. Placeholder: a mark that nobody fills. StaleVariant: the Vietnamese text has changed since. NoMethod: none, or public and
/// addressed at once. Purpose: outreach by template, or a personal notice in public. Consultation: the office has not confirmed the policy. TooLong: more than one message.
/// AddressedPicture: pictures go with public methods only. PublicParts: an article needs a title and a picture.
/// Repeats: when it returns is not clear, or it returns and is a sequence at once. Repealed: cites a document that is no longer in force. WrongNumber: a date, time or number that cannot be.
/// Both may be confirmed by the writer, see <see cref="CampaignDraft.Confirmed"/>.</summary>
public enum CampaignFault
{
    Name, Content, Placeholder, Variant, StaleVariant, Times, NoMethod, NoSegment, Purpose, Consultation, Template, AddressedPicture, TooLong, PublicParts, NoRecipients,
    Repeats, Repealed, WrongNumber,
}
