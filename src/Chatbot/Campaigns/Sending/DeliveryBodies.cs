using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;

namespace Chatbot.Campaigns.Sending;

/// <summary>A campaign's message as the one request that says it to one citizen.</summary>
public sealed class DeliveryBodies(IEnumerable<IChannelSender> senders)
{
    // A short link on a long name of a server.
    private static readonly string LongestLink = "https://" + new string('x', 112);

    private readonly IReadOnlyDictionary<Channel, IChannelSender> senders = senders.ToDictionary(sender => sender.Channel);

    /// <returns>Null: it cannot be said in one message, or not by this method.</returns>
    public string? Of(CampaignDraft draft, DeliveryMethod method, string citizenId, string language, string unit, DateOnly day)
    {
        var values = draft.Methods.Values.Select(v => (v.Name, Placeholders.Fill(v.Value, unit, day))).ToList();
        return method switch
        {
            DeliveryMethod.FacebookUtility => FacebookTemplates.Render(citizenId, draft.Methods.FacebookTemplate, draft.Methods.FacebookTemplateLanguage, values),
            DeliveryMethod.ZaloTemplate => ZaloTemplates.Render(citizenId, draft.Methods.ZaloTemplate, values),
            DeliveryMethod.FacebookUpdate => Only(Channel.Facebook, Message(draft, language, unit, day), citizenId),
            DeliveryMethod.ZaloConsultation => Only(Channel.Zalo, Message(draft, language, unit, day), citizenId),
            _ => null,
        };
    }

    /// <summary>Every language fits into one message on every channel of the campaign.</summary>
    public bool AllFit(CampaignDraft draft)
    {
        var methods = new[] { DeliveryMethods.Of(Channel.Facebook, draft.Methods), DeliveryMethods.Of(Channel.Zalo, draft.Methods) }.Where(m => m != DeliveryMethod.None);
        var languages = draft.Variants.Select(v => v.Language).Append(Languages.Vietnamese).ToList();
        IReadOnlyList<CampaignDraft> forms = draft.Clicks is null ? [draft] : [draft, draft.WithLinks(_ => LongestLink)];
        return methods.All(method => languages.TrueForAll(language => forms.All(form => Of(form, method, "1234567890123456789", language, new string('x', 100), new DateOnly(2026, 12, 31)) is not null)));
    }

    /// <summary>What a citizen of this language reads.</summary>
    public static OutboundMessage Message(CampaignDraft draft, string language, string unit, DateOnly day)
    {
        var content = draft.Variants.FirstOrDefault(v => v.Language == language)?.Content ?? draft.Content;
        var text = content.Title.Length > 0 ? $"{content.Title}\n\n{content.Text}" : content.Text;
        return new OutboundMessage(Placeholders.Fill(text, unit, day))
        {
            Links = [.. content.Links.Select(link => new Link(link.Title, link.Url))],
            Phone = content.Phone.Length > 0 ? new PhoneNumber(CampaignTexts.Call, content.Phone) : null,
        };
    }

    private string? Only(Channel channel, OutboundMessage message, string citizenId) =>
        senders[channel].Render(message, new Recipient(citizenId, null)) is [var only] ? only : null;
}
