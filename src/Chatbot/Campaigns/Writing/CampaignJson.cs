using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Campaigns.Audience;

namespace Chatbot.Campaigns.Writing;

/// <summary>How a campaign's parts lie in their columns and are hashed: the order of members is that of the records and may not change.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CampaignDraft))]
[JsonSerializable(typeof(CampaignContent))]
[JsonSerializable(typeof(SendingMethods))]
[JsonSerializable(typeof(IReadOnlyList<CampaignVariant>))]
[JsonSerializable(typeof(Criteria))]
[JsonSerializable(typeof(Templates.TemplateContent))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(long[]))]
internal sealed partial class CampaignJson : JsonSerializerContext;
