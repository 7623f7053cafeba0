using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Addresses and hours, and the office nearest to a shared position. The position is used once and not kept.</summary>
internal static class OfficeNearby
{
    private const int MostOffices = 4;
    private const double EarthRadiusMetres = 6_371_000;

    public static void List(BotTurn talk)
    {
        var offices = talk.Knowledge.Offices.OrderByDescending(o => o.IsHotline).Take(MostOffices).ToList();
        if (offices.Count == 0) talk.SayWithHotline(new OutboundMessage(Texts.OfficeUnknown) { Choices = [Choices.Person, Choices.Menu] });
        else
        {
            var cards = offices.Select(o => $"{OfficeCard.Text(o)}\n{talk.Here.OpenNote(o)}".TrimEnd());
            talk.Say(new OutboundMessage($"{Texts.OfficesIntro(talk.Here.OfficeName)}\n\n{string.Join("\n\n", cards)}")
            {
                Choices = [Choices.Plain(Texts.ButtonNearby, ButtonAction.Nearby), Choices.Menu],
                Phone = talk.Here.HotlinePhone(),
            });
        }
        talk.Answered(Handling.Faq);
    }

    public static void AskPosition(BotTurn talk)
    {
        talk.Say(Texts.NearbyAsk, Choices.Plain(Texts.ButtonOffices, ButtonAction.Offices), Choices.Menu);
        talk.Answered(Handling.Faq);
    }

    public static void Nearest(BotTurn talk, SharedLocation position)
    {
        var near = talk.Knowledge.Offices.Where(o => o.Place is not null).Select(o => (Office: o, Metres: Metres(position, o.Place!)))
            .OrderBy(o => o.Metres).FirstOrDefault();
        if (near.Office is null)
        {
            List(talk);
            return;
        }
        talk.Say(new OutboundMessage(
            $"{Texts.NearbyIs(Distance(near.Metres))}\n{OfficeCard.Text(near.Office)}\n{talk.Here.OpenNote(near.Office)}".TrimEnd())
        {
            Choices = [Choices.Plain(Texts.ButtonOffices, ButtonAction.Offices), Choices.Menu],
            Links = [new Link(Texts.LinkMap, Map(near.Office.Place!))],
            Phone = near.Office.Phone.Length > 0 ? new PhoneNumber(Texts.CallOffice, near.Office.Phone) : talk.Here.HotlinePhone(),
        });
        talk.Answered(Handling.Faq);
    }

    private static string Distance(double metres) => metres < 950
        ? Texts.DistanceMetres(Words.Number(Math.Max(50, Math.Round((decimal)metres / 50) * 50)))
        : Texts.DistanceKilometres(Words.Number(Math.Round((decimal)metres / 1000, metres < 9_950 ? 1 : 0)));

    private static string Map(Place place) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"https://www.google.com/maps/dir/?api=1&destination={place.Latitude},{place.Longitude}");

    /// <summary>Great-circle distance (haversine).</summary>
    private static double Metres(SharedLocation from, Place to)
    {
        var (lat1, lat2) = (Radians(from.Latitude), Radians(to.Latitude));
        var (dLat, dLon) = (lat2 - lat1, Radians(to.Longitude) - Radians(from.Longitude));
        var a = Math.Pow(Math.Sin(dLat / 2), 2) + Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(dLon / 2), 2);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
