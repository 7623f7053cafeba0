using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>One element of <c>changes</c>: the Page's wall, labels, template reviews, and the dashboard's test button. Recorded; nobody acts on it yet.</summary>
internal static class FacebookChange
{
    public static RecognisedEvent Recognise(ReadOnlyMemory<byte> bytes, FacebookEnvelope.Entry entry, DateTimeOffset receivedAt)
    {
        using var json = JsonDocument.Parse(bytes, FacebookEnvelope.DocumentOptions);
        var value = json.RootElement.Child("value");
        var field = json.RootElement.Text("field") is { Length: > 0 and <= 60 } named ? named : FacebookKinds.Unknown;
        var from = Citizen(value);
        var isOwn = from.Length > 0 && from == entry.Id;
        return new(Channel.Facebook, entry.Id, Key(field, value, entry, bytes), Kind(field, isOwn), isOwn ? "" : from, entry.At(receivedAt), bytes)
        {
            IsActedOn = false,
        };
    }

    private static string Kind(string field, bool isOwn) => field == FacebookKinds.Feed && isOwn ? FacebookKinds.OwnFeed : field;

    private static string Citizen(JsonElement value) =>
        StoredText.Bounded(value.Child("from").Text("id") is { Length: > 0 } author ? author : value.Child("user").Text("id"));

    private static string Key(string field, JsonElement value, FacebookEnvelope.Entry entry, ReadOnlyMemory<byte> bytes)
    {
        if (field != FacebookKinds.Feed) return FacebookKeys.OfBytes($"{field}:{entry.Time}", bytes.Span);
        var comment = value.Text("comment_id");
        var about = comment.Length > 0 ? comment : value.Text("post_id");
        var verb = value.Text("verb");
        // A comment edited twice keeps its id and its time of creation: only the words differ.
        var words = verb == "edited" ? FacebookKeys.OfBytes("", System.Text.Encoding.UTF8.GetBytes(value.Text("message"))) : "";
        var at = value.Text("created_time") is { Length: > 0 } created ? created : $"{entry.Time}";
        return StoredText.Bounded(
            $"{field}:{value.Text("item")}:{about}:{verb}:{at}:{value.Text("published")}:{Reaction(value)}{words}");
    }

    private static string Reaction(JsonElement value) =>
        value.Text("item") == "reaction" ? $"{value.Child("from").Text("id")}:{value.Text("reaction_type")}" : "";
}
