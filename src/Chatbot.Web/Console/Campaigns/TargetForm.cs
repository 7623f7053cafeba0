using System.Globalization;
using System.Resources;
using Chatbot.Channels;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Campaigns;

/// <summary>Whom a Zalo broadcast is for: out of a form, and in words.</summary>
internal static class TargetForm
{
    private static readonly ResourceManager Resources = new(typeof(CampaignPageTexts));

    public static IReadOnlyList<int> Ages { get; } = [0, 1, 2, 3, 4, 5, 6, 7];

    public static IReadOnlyList<int> Regions { get; } = [0, 1, 2];

    public static IReadOnlyList<int> Phones { get; } = [1, 2, 3];

    /// <returns>Null: everybody.</returns>
    public static BroadcastTarget? Read(IFormCollection form) => new BroadcastTarget
    {
        Ages = Codes(form, "target_ages"), Gender = Codes(form, "target_gender").FirstOrDefault(), Regions = Codes(form, "target_regions"),
        Cities = Codes(form, "target_cities"), Phones = Codes(form, "target_phones"),
    }.Tidied();

    public static string Say(BroadcastTarget target)
    {
        var parts = target.Ages.Select(Age).Concat(target.Gender == 0 ? [] : [Gender(target.Gender)]).Concat(target.Cities.Count > 0 ? target.Cities.Select(City) : target.Regions.Select(Region)).Concat(target.Phones.Select(Phone));
        return string.Join(", ", parts);
    }

    public static string Age(int code) => Resources.Text($"TargetAge{code}");

    public static string Gender(int code) => Resources.Text($"TargetGender{code}");

    public static string Region(int code) => Resources.Text($"TargetRegion{code}");

    public static string Phone(int code) => Resources.Text($"TargetPhone{code}");

    private static string City(int code) => CampaignPageTexts.TargetCity(code.ToString(CultureInfo.InvariantCulture));

    // What is no number is a code that Zalo does not have, and is told when it is submitted.
    private static int[] Codes(IFormCollection form, string name) =>
        [.. form[name].ToString().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : -1)];
}
