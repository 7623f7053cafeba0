using Chatbot.Channels;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Something without words: says what the bot cannot read and what helps instead.</summary>
internal static class Attachments
{
    public static void Answer(BotTurn talk, IReadOnlyList<Attachment> attachments)
    {
        talk.Say(Text(attachments.Count > 0 ? attachments[0].Kind : AttachmentKind.Other), Choices.Menu, Choices.Person);
        talk.Answered(Handling.Smalltalk);
    }

    private static string Text(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Image => Texts.GotImage,
        AttachmentKind.Audio => Texts.GotAudio,
        AttachmentKind.Video => Texts.GotVideo,
        AttachmentKind.File => Texts.GotFile,
        AttachmentKind.Sticker => Texts.GotSticker,
        AttachmentKind.Link => Texts.GotLink,
        AttachmentKind.ContactCard => Texts.GotContact,
        _ => Texts.GotOther,
    };
}
