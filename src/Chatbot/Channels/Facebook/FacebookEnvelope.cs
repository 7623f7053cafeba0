using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>Takes a webhook body apart without building a tree: entries, their lists, and one fragment of bytes for each event.</summary>
internal sealed class FacebookEnvelope(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
{
    private const int Depth = 256;

    public static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = Depth };

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = Depth };

    private readonly List<RecognisedEvent> events = new(1);

    /// <returns>Null: JSON, but no object. Empty: not about a Page.</returns>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static IReadOnlyList<RecognisedEvent>? Split(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        var reader = new Utf8JsonReader(body.Span, ReaderOptions);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject ? new FacebookEnvelope(body, receivedAt).Read(ref reader) : null;
    }

    private IReadOnlyList<RecognisedEvent> Read(ref Utf8JsonReader reader)
    {
        var isPage = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isObject = reader.ValueTextEquals("object"u8);
            var isEntry = reader.ValueTextEquals("entry"u8);
            reader.Read();
            if (isObject && reader.TokenType == JsonTokenType.String) isPage = reader.ValueTextEquals("page"u8);
            else if (isEntry && reader.TokenType == JsonTokenType.StartArray) ReadEntries(ref reader);
            else reader.Skip();
        }
        while (reader.Read()) { }   // throws when something follows the object
        return isPage ? events : [];
    }

    private void ReadEntries(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) { reader.Skip(); continue; }
            var again = reader;   // id and time may stand after the lists, so an entry is read twice
            var before = events.Count;
            var start = (int)reader.TokenStartIndex;
            var entry = ReadHeader(ref reader);
            ReadLists(again, entry);
            if (events.Count == before) Add(entry, FacebookKinds.Unknown, body[start..(int)reader.BytesConsumed]);
        }
    }

    private static Entry ReadHeader(ref Utf8JsonReader reader)
    {
        string id = "", time = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            var isTime = reader.ValueTextEquals("time"u8);
            reader.Read();
            if (isId) id = StoredText.Bounded(LenientText.Read(ref reader));
            else if (isTime) time = LenientText.Read(ref reader);
            else reader.Skip();
        }
        return new(id, FacebookTime.Milliseconds(time));
    }

    private void ReadLists(Utf8JsonReader reader, Entry entry)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var list = ListOf(reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray) ReadList(ref reader, entry, list);
            else reader.Skip();
        }
    }

    private void ReadList(ref Utf8JsonReader reader, Entry entry, EntryList list)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            var at = reader;
            reader.Skip();
            var fragment = body[start..(int)reader.BytesConsumed];
            if (at.TokenType != JsonTokenType.StartObject || list == EntryList.Other) Add(entry, FacebookKinds.Unknown, fragment);
            else if (list == EntryList.Changes) events.Add(FacebookChange.Recognise(fragment, entry, receivedAt));
            else events.Add(FacebookFragment.Read(at, entry.Id).Recognise(fragment, entry, list == EntryList.Standby, receivedAt));
        }
    }

    private void Add(Entry entry, string kind, ReadOnlyMemory<byte> fragment) => events.Add(
        new(Channel.Facebook, entry.Id, FacebookKeys.OfBytes(kind, fragment.Span), kind, "", entry.At(receivedAt), fragment) { IsActedOn = false });

    private static EntryList ListOf(in Utf8JsonReader name) =>
        name.ValueTextEquals("messaging"u8) || name.ValueTextEquals("messaging_handovers"u8) || name.ValueTextEquals("messaging_optin"u8)
            ? EntryList.Messaging
            : name.ValueTextEquals("standby"u8) ? EntryList.Standby
            : name.ValueTextEquals("changes"u8) ? EntryList.Changes
            : EntryList.Other;

    private enum EntryList { Messaging, Standby, Changes, Other }

    /// <param name="Id">Page id; "0" from the dashboard's test button.</param>
    /// <param name="Time">Milliseconds; 0: not told.</param>
    internal readonly record struct Entry(string Id, long Time)
    {
        public DateTimeOffset At(DateTimeOffset receivedAt) => Time > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(Time) : receivedAt;
    }
}
