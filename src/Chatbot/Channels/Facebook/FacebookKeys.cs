using System.Security.Cryptography;
using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>Keys under which an event is stored once. Events on one message (receipts, reactions, edits, echoes) have keys of their own.</summary>
internal static class FacebookKeys
{
    public static string Of(string kind, string citizen, long at, in Parts parts, ReadOnlySpan<byte> bytes) => StoredText.Bounded(kind switch
    {
        FacebookKinds.Message or FacebookKinds.Echo or FacebookKinds.Postback when parts.Mid.Length > 0 => $"{kind}:{parts.Mid}",
        FacebookKinds.Postback when at > 0 => $"{kind}:{citizen}:{at}:{parts.Payload}",
        FacebookKinds.Reaction => $"{kind}:{parts.Mid}:{parts.Action}:{parts.Emoji}:{at}",
        FacebookKinds.Edit => $"{kind}:{parts.Mid}:{parts.NumEdit}",
        FacebookKinds.Delivery or FacebookKinds.Read => $"{kind}:{citizen}:{parts.Watermark}",
        FacebookKinds.Referral or FacebookKinds.Optin or FacebookKinds.Linking or FacebookKinds.Policy or FacebookKinds.ResponseFeedback
            or FacebookKinds.PassThread or FacebookKinds.TakeThread or FacebookKinds.RequestThread when at > 0 =>
            $"{kind}:{citizen}:{at}:{parts.Mid}{parts.Ref}{parts.Type}{parts.UserRef}{parts.Status}{parts.Action}{parts.Feedback}",
        _ => OfBytes(kind, bytes),   // nothing names it: the same bytes are the same event
    });

    public static string OfBytes(string kind, ReadOnlySpan<byte> bytes) =>
        $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}";

    internal struct Parts
    {
        public string Mid = "", Payload = "", Action = "", Emoji = "", NumEdit = "", Watermark = "",
            Ref = "", Type = "", UserRef = "", Status = "", Feedback = "";

        public Parts() { }

        /// <param name="reader">Stands on a member's name; is left on the end of its value.</param>
        public void Take(ref Utf8JsonReader reader)
        {
            if (reader.ValueTextEquals("mid"u8)) Mid = Next(ref reader);
            else if (reader.ValueTextEquals("watermark"u8)) Watermark = Next(ref reader);
            else if (reader.ValueTextEquals("payload"u8)) Payload = Next(ref reader);
            else if (reader.ValueTextEquals("action"u8)) Action = Next(ref reader);
            else if (reader.ValueTextEquals("emoji"u8)) Emoji = Next(ref reader);
            else if (reader.ValueTextEquals("num_edit"u8)) NumEdit = Next(ref reader);
            else if (reader.ValueTextEquals("ref"u8)) Ref = Next(ref reader);
            else if (reader.ValueTextEquals("type"u8)) Type = Next(ref reader);
            else if (reader.ValueTextEquals("user_ref"u8)) UserRef = Next(ref reader);
            else if (reader.ValueTextEquals("status"u8)) Status = Next(ref reader);
            else if (reader.ValueTextEquals("feedback"u8)) Feedback = Next(ref reader);
            else { reader.Read(); reader.Skip(); }
        }

        private static string Next(ref Utf8JsonReader reader)
        {
            reader.Read();
            return LenientText.Read(ref reader);
        }
    }
}
