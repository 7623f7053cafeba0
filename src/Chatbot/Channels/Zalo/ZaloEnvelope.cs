using System.Text.Json;

namespace Chatbot.Channels.Zalo;

/// <summary>What the edge needs of a webhook body, read in one pass without a tree: slices of the body, empty when absent.</summary>
/// <remarks><see cref="Subject"/> is what tells two events of one kind and one moment apart when neither a message nor a citizen does. Ids and times are strings by the manual; numbers are taken as well. Key order is not stable, unknown keys are skipped.</remarks>
internal struct ZaloEnvelope
{
    private ReadOnlyMemory<byte> body;

    public ReadOnlyMemory<byte> AppId { get; private set; }
    public ReadOnlyMemory<byte> Timestamp { get; private set; }
    public ReadOnlyMemory<byte> Kind { get; private set; }
    public ReadOnlyMemory<byte> OaId { get; private set; }
    public ReadOnlyMemory<byte> Sender { get; private set; }
    public ReadOnlyMemory<byte> Recipient { get; private set; }
    public ReadOnlyMemory<byte> Follower { get; private set; }
    public ReadOnlyMemory<byte> UserId { get; private set; }
    public ReadOnlyMemory<byte> GroupId { get; private set; }
    public ReadOnlyMemory<byte> Subject { get; private set; }
    public ReadOnlyMemory<byte> MessageId { get; private set; }
    public ReadOnlyMemory<byte> TopMessageId { get; private set; }
    public ReadOnlyMemory<byte> Text { get; private set; }
    public ReadOnlyMemory<byte> Reaction { get; private set; }

    /// <summary>A template message's receipt, which shares its kind with the chat's.</summary>
    public bool HasDelivery { get; private set; }

    /// <returns>False: not one JSON object.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> body, out ZaloEnvelope envelope)
    {
        envelope = new ZaloEnvelope { body = body };
        var reader = new Utf8JsonReader(body.Span);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) envelope.ReadTop(ref reader);
            return !reader.Read();   // throws on anything behind the object
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)   // the second: a key that is no Unicode
        {
            return false;
        }
    }

    private void ReadTop(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("message"u8)) ReadInside(ref reader, Part.Message);
        else if (reader.ValueTextEquals("sender"u8)) ReadInside(ref reader, Part.Sender);
        else if (reader.ValueTextEquals("recipient"u8)) ReadInside(ref reader, Part.Recipient);
        else if (reader.ValueTextEquals("follower"u8)) ReadInside(ref reader, Part.Follower);
        else if (reader.ValueTextEquals("app_id"u8)) AppId = Value(ref reader);
        else if (reader.ValueTextEquals("timestamp"u8)) Timestamp = Value(ref reader);
        else if (reader.ValueTextEquals("event_name"u8)) Kind = Value(ref reader);
        else if (reader.ValueTextEquals("oa_id"u8) || reader.ValueTextEquals("oaId"u8)) OaId = Value(ref reader);
        else if (reader.ValueTextEquals("user_id"u8)) UserId = Value(ref reader);
        else if (reader.ValueTextEquals("group_id"u8)) GroupId = Value(ref reader);
        else if (reader.ValueTextEquals("msg_id"u8)) TopMessageId = Value(ref reader);
        else if (IsSubject(ref reader)) Subject = Value(ref reader);
        else if (reader.ValueTextEquals("data"u8)) ReadInside(ref reader, Part.Data);
        else if (reader.ValueTextEquals("tag"u8)) ReadInside(ref reader, Part.Tag);
        else if (reader.ValueTextEquals("users"u8)) ReadUsers(ref reader);
        else Skip(ref reader);
    }

    // What tells two events of one kind and one moment apart when neither a message nor a citizen does.
    private static bool IsSubject(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("call_id"u8) || reader.ValueTextEquals("phone"u8)
        || reader.ValueTextEquals("template_id"u8) || reader.ValueTextEquals("extension_id"u8);

    private void ReadInside(ref Utf8JsonReader reader, Part part)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ReadMember(ref reader, part);
    }

    private void ReadMember(ref Utf8JsonReader reader, Part part)
    {
        switch (part)
        {
            case Part.Message: ReadMessage(ref reader); break;
            case Part.Sender when reader.ValueTextEquals("id"u8): Sender = Value(ref reader); break;
            case Part.Recipient when reader.ValueTextEquals("id"u8): Recipient = Value(ref reader); break;
            case Part.Follower when reader.ValueTextEquals("id"u8): Follower = Value(ref reader); break;
            case Part.Data when reader.ValueTextEquals("user_id"u8): UserId = Value(ref reader); break;
            case Part.Tag when reader.ValueTextEquals("name"u8): Subject = Value(ref reader); break;
            case Part.Tag when reader.ValueTextEquals("user_ids"u8): UserId = FirstOf(ref reader); break;
            default: Skip(ref reader); break;
        }
    }

    private void ReadMessage(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("msg_id"u8)) MessageId = Value(ref reader);
        else if (reader.ValueTextEquals("msg_ids"u8)) Subject = FirstOf(ref reader);
        else if (reader.ValueTextEquals("text"u8)) Text = Value(ref reader);
        else if (reader.ValueTextEquals("react_icon"u8)) Reaction = Value(ref reader);
        else if (reader.ValueTextEquals("delivery_time"u8) || reader.ValueTextEquals("tracking_id"u8)) HasDelivery = !Value(ref reader).IsEmpty;
        else Skip(ref reader);
    }

    private void ReadUsers(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) reader.Skip();
            else ReadUser(ref reader);
        }
    }

    private void ReadUser(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (UserId.IsEmpty && reader.ValueTextEquals("id"u8)) UserId = Value(ref reader);
            else Skip(ref reader);
        }
    }

    private readonly ReadOnlyMemory<byte> FirstOf(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray) return Scalar(ref reader);
        ReadOnlyMemory<byte> first = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var value = Scalar(ref reader);
            if (first.IsEmpty) first = value;
        }
        return first;
    }

    private readonly ReadOnlyMemory<byte> Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Scalar(ref reader);
    }

    private readonly ReadOnlyMemory<byte> Scalar(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String) return reader.ValueIsEscaped ? Unescaped(ref reader) : Slice(ref reader);
        reader.Skip();
        return default;
    }

    private readonly ReadOnlyMemory<byte> Slice(ref Utf8JsonReader reader) =>
        body.Slice((int)reader.TokenStartIndex + (reader.TokenType == JsonTokenType.String ? 1 : 0), reader.ValueSpan.Length);

    private readonly ReadOnlyMemory<byte> Unescaped(ref Utf8JsonReader reader)
    {
        var bytes = new byte[reader.ValueSpan.Length];
        try
        {
            return bytes.AsMemory(0, reader.CopyString(bytes));
        }
        catch (InvalidOperationException)
        {
            return Slice(ref reader);   // half an emoji, cut by the sender's phone: no id has one, and the text is read again later
        }
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private enum Part { Message, Sender, Recipient, Follower, Data, Tag }
}
