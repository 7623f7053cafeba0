using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>One turn as the dialogs see it: what was said, what is known, what is answered.</summary>
internal sealed class BotTurn(Turn turn, Knowledge knowledge, TalkState state, ConversationsOptions options, WorkingCalendar calendar)
{
    public Turn Turn => turn;

    public Conversation Conversation => turn.Conversation;

    public Knowledge Knowledge => knowledge;

    public ConversationsOptions Options => options;

    public DateTimeOffset Now => turn.Now;

    public DateOnly Today { get; } = DateOnly.FromDateTime(WorkingCalendar.Local(turn.Now).DateTime);

    /// <summary>What is remembered for the next message; what was asked for or offered before is spent.</summary>
    public TalkState State { get; set; } = state with { Awaited = Awaited.Nothing };

    /// <summary>What the bot had asked for before this message.</summary>
    public Awaited WasAwaited { get; } = state.Awaited;

    /// <summary>Payloads of the choices that the citizen saw when writing.</summary>
    public IReadOnlyList<string> OptionsBefore { get; } = state.Options;

    /// <summary>The citizen's words; empty for a button.</summary>
    public string Text { get; init; } = "";

    public Surroundings Here { get; } = new(knowledge.Offices, options, calendar, turn.Now);

    /// <summary>Procedure talked about before; null: none, or too long ago.</summary>
    public string? Topic => State.TopicAt(Now, options.TopicLifetime);

    public void Say(string text, params IReadOnlyList<Choice> choices) => Say(new OutboundMessage(text) { Choices = choices });

    /// <summary>Says it and remembers its choices, so that their numbers can be typed.</summary>
    public void Say(OutboundMessage message)
    {
        turn.Reply(message);
        State = State with { Options = [.. message.Choices.Select(c => c.Payload)] };
    }

    /// <summary>Says it with the hotline card below: for whatever the bot is not sure of.</summary>
    public void SayWithHotline(OutboundMessage message)
    {
        var card = Here.HotlineCard();
        Say(message with
        {
            Text = card.Length == 0 ? message.Text : $"{message.Text}\n\n{card}",
            Phone = message.Phone ?? Here.HotlinePhone(),
        });
    }

    /// <summary>Records that an answer was given; every answer is recorded exactly once.</summary>
    public void Answered(Handling handling, double confidence = 1) =>
        turn.Record(AnswerRecord.For(turn, handling, new Answered(knowledge.Version) { Confidence = confidence }));

    public void AnsweredProcedure(Handling handling, string code, Aspect aspect, double confidence)
    {
        turn.Record(AnswerRecord.For(turn, handling, new Answered(knowledge.Version)
        {
            ProcedureCode = code, EntryVersionId = knowledge.VersionIdOf(code), Aspect = aspect, Confidence = confidence,
        }));
        State = State with { Procedure = code, Aspect = aspect, TouchedAt = Now.ToUnixTimeSeconds() };
    }

    public void AnsweredFaq(FaqEntry faq, double confidence)
    {
        turn.Record(AnswerRecord.For(turn, Handling.Faq, new Answered(knowledge.Version)
        {
            FaqId = faq.Id, EntryVersionId = knowledge.FaqVersionIdOf(faq.Id), ProcedureCode = faq.ProcedureCode, Confidence = confidence,
        }));
        if (faq.ProcedureCode is { } code) State = State with { Procedure = code, Aspect = Aspect.General, TouchedAt = Now.ToUnixTimeSeconds() };
    }
}
