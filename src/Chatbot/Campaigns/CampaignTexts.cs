using System.Globalization;
using System.Resources;

namespace Chatbot.Campaigns;

/// <summary>What citizens read beside a campaign's own words; the words are in <c>CampaignTexts.resx</c>.</summary>
internal static class CampaignTexts
{
    private static readonly ResourceManager Resources = new(typeof(CampaignTexts));

    /// <summary>In front of a message that only its writer gets.</summary>
    public static string TestMark => Resources.GetString(nameof(TestMark), CultureInfo.InvariantCulture)!;

    public static string Call => Resources.GetString(nameof(Call), CultureInfo.InvariantCulture)!;
}
