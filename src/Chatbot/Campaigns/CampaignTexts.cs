using System.Globalization;
using System.Resources;

namespace Chatbot.Campaigns;

/// <summary>What citizens read beside a campaign's own words; the words are in <c>CampaignTexts.resx</c>.</summary>
internal static class CampaignTexts
{
    private static readonly ResourceManager Resources = new(typeof(CampaignTexts));

    public static string Call => Resources.GetString(nameof(Call), CultureInfo.InvariantCulture)!;
}
