using System.Globalization;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Who asks where to go and names a place of before a merger hears which unit it belongs to today.</summary>
internal static class FormerPlaces
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static void Tell(BotTurn talk, Understood understood)
    {
        if (!AsksWhere(understood)) return;
        var notes = understood.Places.Where(IsFormer).DistinctBy(p => p.Today)
            .Select(p => Texts.PlaceToday(Vietnamese.TextInfo.ToTitleCase(p.Written), p.Today, p.Since!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))).ToList();
        if (notes.Count > 0) talk.Say(string.Join('\n', notes));
    }

    private static bool AsksWhere(Understood understood) =>
        (understood.Handling is Handling.Procedure or Handling.Clarify && understood.Aspect == Aspect.Where)
        || (understood.FaqId is { } id && FaqTopics.IsAboutOffices(id));

    private static bool IsFormer(PlaceName place) => place.Since is not null && !string.Equals(place.Written, place.Today, StringComparison.OrdinalIgnoreCase);
}
