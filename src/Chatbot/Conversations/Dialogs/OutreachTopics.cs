using Chatbot.Campaigns.Audience;
using Chatbot.Channels;
using Chatbot.Conversations.Topics;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Which topics a citizen wants to be told about. A topic is never the whole: whoever has stopped all messages gets none, whatever is chosen here.</summary>
/// <remarks>Reads the database only where the message speaks of topics.</remarks>
internal sealed class OutreachTopics(ReadTopics topics)
{
    /// <returns>False: not about topics, or about none that the office has.</returns>
    public async Task<bool> HearAsync(BotTurn talk, CancellationToken ct)
    {
        var isSilent = talk.Conversation.IsSilent(talk.Now);
        if (TopicRequest.Read(talk.Plain) is not { } request) return false;
        if (isSilent && request.Wish != TopicWish.Refuse) return true;   // the official reads it
        var offered = await topics.ReadAsync(talk.Conversation, ct);
        if (request.Wish is TopicWish.List or TopicWish.Join) return ListFor(talk, request, offered);
        var named = TopicMatch.Of(request.About, offered);
        if (named.IsSure) Choose(talk, named.Topics, request.Wish == TopicWish.Want);
        else if (request.Wish == TopicWish.Refuse && named.Topics.Count == 0) return request.NamesTopic && LeavesUnknown(talk, offered);
        else if (named.Topics.Count > 0) AskWhich(talk, named.Topics, request.Wish == TopicWish.Want);
        else if (request.Wish == TopicWish.Want && (request.IsFirm ? offered.Count > 0 : SoundsLikeStop(talk))) List(talk, Texts.TopicsUnknown, offered, page: 0);
        else return false;
        return true;
    }

    /// <summary>Whoever leaves one topic has not refused the others: nothing is stopped that was not named, and everything is one button away.</summary>
    private static bool LeavesUnknown(BotTurn talk, IReadOnlyList<OfferedTopic> offered)
    {
        if (!SoundsLikeStop(talk) || talk.Conversation.OptedOutAt is not null) return false;
        var others = offered.Where(t => t.IsWanted != false).Take(Choices.Most - 1).Select(t => News(Texts.TopicLeave(t.Name), t, isWanted: false)).ToList();
        talk.Say(others.Count > 0 ? Texts.TopicUnknownLeave : Texts.TopicNoneLeave, [.. others, Choices.Plain(Texts.ButtonStopAll, ButtonAction.Stop)]);
        talk.Answered(Handling.Smalltalk);
        return true;
    }

    // Whoever asks for messages must not be taken for somebody who wants none.
    private static bool SoundsLikeStop(BotTurn talk) => talk.Knowledge.Understand(talk.Text, talk.Topic).Command == Command.StopMessages;

    /// <summary>A topic of long ago may be gone; leaving it is always possible.</summary>
    public async Task PressAsync(BotTurn talk, Button button, CancellationToken ct)
    {
        var offered = await topics.ReadAsync(talk.Conversation, ct);
        if (button is Button.News news && offered.FirstOrDefault(t => t.Code == news.About) is { } topic) Choose(talk, [topic], news.IsWanted);
        else List(talk, button is Button.News ? Texts.TopicsUnknown : Texts.Topics, offered, (button as Button.Topics)?.Page ?? 0);
    }

    // "Đăng ký nhận tin" takes back a stop too, as it did before there were topics.
    private static bool ListFor(BotTurn talk, TopicRequest request, IReadOnlyList<OfferedTopic> offered)
    {
        if (offered.Count == 0 && request.Wish == TopicWish.Join) return false;
        var wasStopped = request.Wish == TopicWish.Join && talk.Conversation.OptedOutAt is not null;
        if (wasStopped) talk.Conversation.OptIn();
        List(talk, wasStopped ? $"{Texts.Resumed}\n{Texts.Topics}" : Texts.Topics, offered, page: 0);
        return true;
    }

    private static void Choose(BotTurn talk, IReadOnlyList<OfferedTopic> chosen, bool isWanted)
    {
        var (id, codes, now) = (talk.Conversation.Id, chosen.Select(t => t.Code).ToList(), talk.Now);
        talk.Turn.ChangeLast((db, ct) => TopicChoices.SaveAsync(db, id, codes, isWanted, now, ct));
        var (names, isStopped) = (string.Join(", ", chosen.Select(t => t.Name)), talk.Conversation.OptedOutAt is not null);
        if (isWanted && isStopped) talk.Say(Texts.TopicOnStopped(names), Choices.Plain(Texts.ButtonResume, ButtonAction.Resume), Others);
        else if (isWanted) talk.Say(Texts.TopicOn(names, chosen[0].Name), News(Texts.ButtonTopicLeave, chosen[0], isWanted: false), Others);
        else if (isStopped) talk.Say(Texts.TopicOffStopped(names), Others);
        else talk.Say(Texts.TopicOff(names), News(Texts.ButtonTopicBack, chosen[0], isWanted: true), Choices.Plain(Texts.ButtonStopAll, ButtonAction.Stop), Others);
        talk.Answered(Handling.Smalltalk);
    }

    private static void AskWhich(BotTurn talk, IReadOnlyList<OfferedTopic> some, bool isWanted)
    {
        talk.Say(isWanted ? Texts.TopicWhich : Texts.TopicWhichLeave, [.. some.Take(Choices.Most).Select(t => News(t.Name, t, isWanted))]);
        talk.Answered(Handling.Smalltalk);
    }

    private static void List(BotTurn talk, string opening, IReadOnlyList<OfferedTopic> offered, int page)
    {
        if (offered.Count == 0) talk.Say(Texts.TopicsNone, Choices.Menu);
        else talk.Say(string.Join('\n', new[] { opening, State(Texts.TopicsWanted, offered, true), State(Texts.TopicsRefused, offered, false) }.Where(line => line.Length > 0)), OnPage(offered, page));
        talk.Answered(Handling.Smalltalk);
    }

    private static string State(Func<object, string> line, IReadOnlyList<OfferedTopic> offered, bool isWanted) =>
        offered.Where(t => t.IsWanted == isWanted).Select(t => t.Name).ToList() is { Count: > 0 } names ? line(string.Join(", ", names)) : "";

    private static IReadOnlyList<Choice> OnPage(IReadOnlyList<OfferedTopic> offered, int page)
    {
        if (offered.Count <= Choices.Most) return [.. offered.Select(Toggle)];
        const int Shown = Choices.Most - 1;
        var first = page * Shown < offered.Count ? page * Shown : 0;
        var next = first + Shown < offered.Count ? (first / Shown) + 1 : 0;   // after the last one the first again
        return [.. offered.Skip(first).Take(Shown).Select(Toggle), new Choice(Texts.ButtonNextPage, new Button.Topics(next).Write())];
    }

    private static Choice Toggle(OfferedTopic topic) => topic.IsWanted == true ? News(Texts.TopicLeave(topic.Name), topic, isWanted: false) : News(topic.Name, topic, isWanted: true);

    private static Choice News(string title, OfferedTopic topic, bool isWanted) => new(title, new Button.News(topic.Code, isWanted).Write());

    private static Choice Others => new(Texts.ButtonTopics, new Button.Topics().Write());
}
