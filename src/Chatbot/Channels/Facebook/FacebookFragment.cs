using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>What the edge must know of one event: who, when, which kind, and what tells it apart from its like.</summary>
internal struct FacebookFragment
{
    private string kind = FacebookKinds.Unknown, sender = "", recipient = "", time = "";
    private bool isEcho;

    public FacebookFragment() { }

    /// <summary>The scalars of the event's own member that its key may need; empty when missing.</summary>
    public FacebookKeys.Parts Parts = new();

    /// <param name="reader">Stands on the event's opening brace.</param>
    public static FacebookFragment Read(Utf8JsonReader reader, string pageId)
    {
        var fragment = new FacebookFragment();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) fragment.ReadMember(ref reader);
        // Old data writes receipts as sent by the Page: the citizen is whoever is not the Page.
        if (fragment.isEcho || (fragment.sender == pageId && pageId.Length > 0))
            (fragment.sender, fragment.recipient) = (fragment.recipient, fragment.sender);
        return fragment;
    }

    public readonly RecognisedEvent Recognise(
        ReadOnlyMemory<byte> bytes, FacebookEnvelope.Entry entry, bool isStandby, DateTimeOffset receivedAt)
    {
        var full = isStandby ? FacebookKinds.Standby + kind : kind;
        var at = FacebookTime.Milliseconds(time) is > 0 and var told ? told : entry.Time;
        var key = FacebookKeys.Of(kind, sender, at, Parts, bytes.Span);
        return new(Channel.Facebook, entry.Id.Length > 0 ? entry.Id : recipient, isStandby ? FacebookKinds.Standby + key : key, full, sender,
            at > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(at) : receivedAt, bytes)
        {
            IsActedOn = FacebookKinds.IsActedOn(full) && (sender.Length > 0 || kind == FacebookKinds.Policy),
        };
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("sender"u8)) sender = IdOf(ref reader);
        else if (reader.ValueTextEquals("recipient"u8)) recipient = IdOf(ref reader);
        else if (reader.ValueTextEquals("timestamp"u8)) { reader.Read(); time = LenientText.Read(ref reader); }
        else if (kind == FacebookKinds.Unknown && FacebookKinds.Of(reader) is { } known) ReadContent(ref reader, known);
        else { reader.Read(); reader.Skip(); }
    }

    private static string IdOf(ref Utf8JsonReader reader)
    {
        var id = "";
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) { reader.Skip(); return id; }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId) id = StoredText.Bounded(LenientText.Read(ref reader));
            else reader.Skip();
        }
        return id;
    }

    private void ReadContent(ref Utf8JsonReader reader, string known)
    {
        kind = known;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) { reader.Skip(); return; }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("is_echo"u8)) { reader.Read(); isEcho = LenientText.Read(ref reader) == "true"; }
            else Parts.Take(ref reader);
        }
        if (isEcho && kind == FacebookKinds.Message) kind = FacebookKinds.Echo;
    }
}
