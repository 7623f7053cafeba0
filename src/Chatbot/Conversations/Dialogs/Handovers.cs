using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Hands a matter to an official: stores it with a tracking code, says once who answers and when, and falls silent.</summary>
internal sealed class Handovers(ISecretBox box)
{
    private const int LongestQuestion = 4_000;
    private const int LongestKept = 500;

    public void AskedForPerson(BotTurn talk, double confidence = 1) =>
        HandOver(talk, HandoverKind.AskedForPerson, HasWords(talk) ? Texts.HandedOver : Texts.HandedOverEmpty, Handling.Escalate, confidence);

    /// <summary>Complaints, denunciations and reports go to a person as they are written; the bot neither judges nor argues.</summary>
    public void Complaint(BotTurn talk, double confidence) =>
        HandOver(talk, HandoverKind.Complaint, Texts.HandedOverComplaint, Handling.Complaint, confidence);

    /// <summary>The bot broke: apology, hotline card, handover; the bot goes on answering afterwards.</summary>
    public void Failed(BotTurn talk)
    {
        var handover = Record(talk, HandoverKind.Failed);
        talk.SayWithHotline(new OutboundMessage(Texts.Failed(TrackingCode.Show(handover.TrackingCode))));
        talk.Answered(Handling.Escalate, 0);
    }

    /// <summary>Keeps what was asked for the press on "Gặp cán bộ" that may follow; a day at most (the topic's lifetime), encrypted.</summary>
    public void KeepQuestion(BotTurn talk) => talk.State = talk.State with
    {
        Question = box.ProtectText(Cut(talk.Text, LongestKept)), QuestionAt = talk.Now.ToUnixTimeSeconds(),
    };

    public static void Return(BotTurn talk)
    {
        var wasSilent = talk.Conversation.IsSilent(talk.Now);
        talk.Conversation.SpeakAgain();
        talk.Say(wasSilent ? Texts.Back : Texts.BackAlready, Choices.Menu);
        talk.Answered(Handling.Smalltalk);
    }

    private void HandOver(BotTurn talk, HandoverKind kind, Func<object, object, string> opening, Handling handling, double confidence)
    {
        var handover = Record(talk, WhyFor(talk, kind));
        var code = TrackingCode.Show(handover.TrackingCode);
        var lines = new[]
        {
            opening(talk.Here.OfficeName, code),
            talk.Here.Hotline is { } office ? talk.Here.ClosedNote(office) : "",
            handover.DueAt is { } due ? Texts.AnsweredBy(Words.Moment(due)) : Texts.AnsweredSoon,
            Texts.WhileWaiting(code),
        };
        talk.SayWithHotline(new OutboundMessage(string.Join('\n', lines.Where(line => line.Length > 0))) { Choices = [Choices.Back] });
        talk.Answered(handling, confidence);
        talk.Conversation.FallSilent(talk.Now + talk.Options.HandoverSilence);
    }

    // A button under a title-only answer says what was missing.
    private static HandoverKind WhyFor(BotTurn talk, HandoverKind kind) =>
        kind == HandoverKind.AskedForPerson && talk.Text.Length == 0 && talk.Topic is { } code
        && talk.Knowledge.Find(code)?.Detail == Catalogue.Detail.TitleOnly
            ? HandoverKind.TitleOnly
            : kind == HandoverKind.AskedForPerson && talk.Text.Length == 0 && talk.State.LastFailed ? HandoverKind.NoAnswer : kind;

    private Handover Record(BotTurn talk, HandoverKind kind)
    {
        var handover = new Handover
        {
            UnitId = talk.Conversation.UnitId,
            AccountId = talk.Turn.Account.Id,
            ConversationId = talk.Conversation.Id,
            TrackingCode = TrackingCode.New(),
            Kind = kind,
            Question = WordsFor(talk) is { Length: > 0 } words ? box.ProtectText(Cut(words, LongestQuestion)) : "",
            OpenedAt = talk.Now,
            DueAt = talk.Here.AnswerDueAt(),
        };
        talk.Turn.Record(handover);
        talk.State = talk.State with { Question = null, QuestionAt = 0 };
        return handover;
    }

    private bool HasWords(BotTurn talk) => WordsFor(talk).Length > 0;

    /// <summary>What was asked before and what is written now; "gặp cán bộ" alone would tell the official nothing.</summary>
    private string WordsFor(BotTurn talk) =>
        string.Join('\n', new[] { box.UnprotectText(talk.State.Question) ?? "", talk.Text }.Where(text => text.Length > 0));

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
