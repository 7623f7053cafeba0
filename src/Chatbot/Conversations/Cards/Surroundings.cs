using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Hotline;

namespace Chatbot.Conversations.Cards;

/// <summary>The office in whose name the bot speaks, at this moment: its name, hotline card and whether it is open.</summary>
internal sealed class Surroundings(IReadOnlyList<Office> offices, ConversationsOptions options, WorkingCalendar calendar, DateTimeOffset now)
{
    /// <summary>Null: the catalogue holds no office.</summary>
    public Office? Hotline { get; } = Knowledge.HotlineOf(offices);

    public string OfficeName =>
        options.OfficeName.Length > 0 ? options.OfficeName : Hotline?.Name is { Length: > 0 } name ? name : Texts.ThisOffice;

    /// <summary>Number, hours and address in lines; empty when nothing is published anywhere.</summary>
    public string HotlineCard()
    {
        var (phone, hours, address) = Published();
        var lines = new[]
        {
            phone.Length > 0 ? Texts.HotlinePhone(phone) : "",
            hours.Length > 0 ? Texts.HotlineHours(hours) : "",
            address.Length > 0 ? Texts.HotlineAddress(address) : "",
        }.Where(line => line.Length > 0).ToList();
        return lines.Count == 0 ? "" : $"{Texts.HotlineTitle(OfficeName)}\n{string.Join('\n', lines)}";
    }

    /// <summary>The message with the card below, as far as anything is known.</summary>
    public OutboundMessage WithHotline(OutboundMessage message)
    {
        var card = HotlineCard();
        return message with
        {
            Text = card.Length == 0 ? message.Text : $"{message.Text}\n\n{card}",
            Phone = message.Phone ?? HotlinePhone(),
        };
    }

    /// <returns>Null: no number is published.</returns>
    public PhoneNumber? HotlinePhone() =>
        Published().Phone is { Length: > 0 } phone ? new PhoneNumber(Texts.CallHotline, phone) : null;

    /// <summary>Whether it is open now, or when it opens; empty when it publishes no hours.</summary>
    public string OpenNote(Office office)
    {
        if (office.Hours.Count == 0) return "";
        return calendar.IsOpen(office, now) ? Texts.OpenNow : ClosedNote(office);
    }

    /// <summary>Why it is closed and when it opens; empty when it is open or publishes no hours.</summary>
    public string ClosedNote(Office office)
    {
        if (calendar.IsOpen(office, now) || calendar.NextOpening(office, now) is not { } opening) return "";
        return calendar.HolidayAt(now) is { } holiday
            ? Texts.ClosedHoliday(holiday, Words.Moment(opening))
            : Texts.ClosedNow(Words.Moment(opening));
    }

    private (string Phone, string Hours, string Address) Published() => (
        First(options.Hotline.Phone, Hotline?.Phone),
        First(options.Hotline.Hours, Hotline is null ? null : OfficeCard.Hours(Hotline.Hours)),
        First(options.Hotline.Address, Hotline?.Address));

    // What the office set itself is meant; the catalogue may come from elsewhere.
    private static string First(string configured, string? published) => configured.Length > 0 ? configured : published ?? "";
}
