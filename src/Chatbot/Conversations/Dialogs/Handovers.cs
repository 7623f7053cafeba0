using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Hotline.Search;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Hands a matter to an official: stores it with a tracking code, says once who answers and when, and falls silent.</summary>
internal sealed class Handovers(ISecretBox box, DeadlineClock clock, CaseSearch search)
{
    private const int LongestQuestion = 4_000;
    private const int LongestKept = 500;

    /// <summary>"Cho tôi gặp cán bộ" says nothing of the matter; a longer message does.</summary>
    private const int ShortestMatter = 45;

    /// <summary>With something to pass on it is passed on; otherwise the citizen is asked what the matter is, and the next message opens the case.</summary>
    public void AskedForPerson(BotTurn talk, double confidence = 1)
    {
        if (KnowsTheMatter(talk)) HandOver(talk, CaseKind.Question, WhyFor(talk), Texts.HandedOver, Handling.Escalate, confidence);
        else AskForTheMatter(talk, confidence);
    }

    /// <summary>The answer to <see cref="Awaited.Matter"/>, in words or as something sent.</summary>
    public void TellsTheMatter(BotTurn talk) =>
        HandOver(talk, SuggestedKind(talk.Text, CaseKind.Question), CaseOrigin.AskedForPerson, Texts.HandedOver, Handling.Escalate, confidence: 1);

    /// <summary>Complaints, denunciations and reports go to a person as they are written; the bot neither judges nor argues.</summary>
    public void Complaint(BotTurn talk, double confidence) =>
        HandOver(talk, SuggestedKind(talk.Text, CaseKind.Petition), CaseOrigin.Complaint, Texts.HandedOverComplaint, Handling.Complaint, confidence);

    /// <summary>The bot broke: apology, hotline card, handover; the bot goes on answering afterwards.</summary>
    public void Failed(BotTurn talk)
    {
        var matter = Record(talk, CaseKind.Question, CaseOrigin.Failed);
        talk.SayWithHotline(new OutboundMessage(Texts.Failed(TrackingCode.Show(matter.TrackingCode))));
        talk.Answered(Handling.Escalate, 0);
    }

    /// <summary>Keeps what was asked for the press on "Gặp cán bộ" that may follow; encrypted. Used within the topic's lifetime only.</summary>
    public void KeepQuestion(BotTurn talk)
    {
        var words = box.ProtectText(Cut(talk.Text, LongestKept));
        talk.State = talk.State with { Question = words, QuestionAt = talk.Now.ToUnixTimeSeconds() };
    }

    public static void Return(BotTurn talk)
    {
        if (talk.Conversation.BlockedAt is not null) return;
        var wasSilent = talk.Conversation.IsSilent(talk.Now);
        talk.Conversation.SpeakAgain();
        if (wasSilent && talk.Conversation.CaseId is { } open) talk.Turn.Change((db, ct) => HandBack.NoteAsync(db, open, official: null, talk.Now, ct));
        talk.Say(wasSilent ? Texts.Back : Texts.BackAlready, Choices.Menu);
        talk.Answered(Handling.Smalltalk);
    }

    private static void AskForTheMatter(BotTurn talk, double confidence)
    {
        talk.SayWithHotline(new OutboundMessage(Texts.WhatIsTheMatter(talk.Here.OfficeName)) { Choices = [Choices.Menu] });
        talk.Await(Awaited.Matter);
        talk.Answered(Handling.Escalate, confidence);
    }

    private void HandOver(
        BotTurn talk, CaseKind kind, CaseOrigin origin, Func<object, object, string> opening, Handling handling, double confidence)
    {
        var matter = Record(talk, kind, origin);
        var code = TrackingCode.Show(matter.TrackingCode);
        var lines = new[]
        {
            opening(talk.Here.OfficeName, code),
            talk.Here.Hotline is { } office ? talk.Here.ClosedNote(office) : "",
            matter.DueAt is { } due ? Texts.AnsweredBy(Words.Moment(due)) : Texts.AnsweredSoon,
            Texts.WhileWaiting(code),
        };
        talk.SayWithHotline(new OutboundMessage(string.Join('\n', lines.Where(line => line.Length > 0))) { Choices = [Choices.Back] });
        talk.Answered(handling, confidence);
        talk.Conversation.FallSilent(talk.Now + talk.Options.HandoverSilence);
    }

    // A button under a title-only answer says what was missing.
    private static CaseOrigin WhyFor(BotTurn talk)
    {
        if (talk.Text.Length > 0) return CaseOrigin.AskedForPerson;
        if (talk.Topic is { } code && talk.Knowledge.Find(code)?.Detail == Catalogue.Detail.TitleOnly) return CaseOrigin.TitleOnly;
        return talk.State.LastFailed ? CaseOrigin.NoAnswer : CaseOrigin.AskedForPerson;
    }

    /// <summary>What the citizen calls it; an official confirms or corrects it, and only then a law's deadline runs.</summary>
    private static CaseKind SuggestedKind(string words, CaseKind otherwise)
    {
        var plain = ' ' + string.Join(' ', CaseSearch.Words(words)) + ' ';
        return plain.Contains(" to cao ", StringComparison.Ordinal) ? CaseKind.Denunciation
            : plain.Contains(" khieu nai ", StringComparison.Ordinal) ? CaseKind.Complaint
            : plain.Contains(" phan anh ", StringComparison.Ordinal) || plain.Contains(" kien nghi ", StringComparison.Ordinal) ? CaseKind.Petition
            : otherwise;
    }

    private Case Record(BotTurn talk, CaseKind kind, CaseOrigin origin)
    {
        var words = Cut(WordsFor(talk), LongestQuestion);
        var matter = Case.Open(new OpenedCase(talk.Conversation, kind, origin, box.ProtectWords(words), talk.Now));
        matter.Run(clock.FirstAnswer(talk.Here.Hotline, talk.Now));
        talk.Turn.Record(matter);
        talk.Turn.Record(CaseEvent.Of(matter, CaseVerb.Open, official: null, talk.Now, origin.ToString()));
        if (words.Length > 0) talk.Turn.Change((db, ct) => search.IndexAsync(db, matter.Id, words, ct));
        talk.Conversation.OpenCase(matter.Id, Case.LongAway);
        talk.Turn.Tell(LiveChange.Unit(matter.UnitId));
        talk.State = talk.State with { Question = null, QuestionAt = 0 };
        return matter;
    }

    /// <summary>Something was asked before, or this message says more than that a person is wanted, or the citizen insists without telling.</summary>
    private bool KnowsTheMatter(BotTurn talk) =>
        talk.WasAwaited == Awaited.Matter || box.UnprotectText(talk.State.Question) is { Length: > 0 } || talk.Text.Length >= ShortestMatter
        || (talk.Text.Length == 0 && talk.Topic is not null);

    /// <summary>What was asked before and what is written now; "gặp cán bộ" alone would tell the official nothing.</summary>
    private string WordsFor(BotTurn talk) =>
        string.Join('\n', new[] { box.UnprotectText(talk.State.Question) ?? "", talk.Text }.Where(text => text.Length > 0));

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
