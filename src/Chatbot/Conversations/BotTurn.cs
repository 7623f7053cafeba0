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
    /// <summary>How long a question whose "có" cannot be taken back waits for its answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    // Receipts, echoes and the like are no answer to what the bot asked: they leave the state alone.
    private readonly TalkState before = turn.Event is ChannelEvent.MessageReceived ? state.Spent(turn.Now, options.TopicLifetime) : state;
    private TalkState? after;
    private string? plain;

    public Turn Turn => turn;

    public Conversation Conversation => turn.Conversation;

    public Knowledge Knowledge => knowledge;

    public ConversationsOptions Options => options;

    public DateTimeOffset Now => turn.Now;

    public DateOnly Today { get; } = DateOnly.FromDateTime(WorkingCalendar.Local(turn.Now).DateTime);

    /// <summary>What is remembered for the next message; what was asked for or offered before is spent.</summary>
    public TalkState State
    {
        get => after ?? before;
        set => after = value;
    }

    /// <summary>The state must be written: a message came, or something was said or withdrawn.</summary>
    public bool HasNewState => turn.Event is ChannelEvent.MessageReceived || after is not null;

    /// <summary>What the bot had asked for before this message.</summary>
    public Awaited WasAwaited { get; } = state.AwaitedAt(turn.Now, Patience);

    /// <summary>The bot's last message was a question, so that a bare "dung" may well be "đúng".</summary>
    public bool WasAsked { get; } = state.AskedAt > 0;

    /// <summary>Payloads of the choices that the citizen saw when writing.</summary>
    public IReadOnlyList<string> OptionsBefore { get; } = state.Options;

    /// <summary>The citizen's words; empty for a button.</summary>
    public string Text { get; init; } = "";

    /// <summary>The words as <see cref="CitizenWords"/> knows them.</summary>
    public string Plain => plain ??= CitizenWords.Plain(Text);

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

    /// <summary>What was just said is a question to the citizen.</summary>
    public void Await(Awaited what = Awaited.Nothing) => State = State with { Awaited = what, AskedAt = Now.ToUnixTimeSeconds() };

    /// <summary>Says it with the hotline card below: for whatever the bot is not sure of.</summary>
    public void SayWithHotline(OutboundMessage message) => Say(Here.WithHotline(message));

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
