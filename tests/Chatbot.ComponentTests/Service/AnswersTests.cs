using Chatbot.Persistence;
using Chatbot.Simulator.Citizens;
using Chatbot.Testing.Databases;

namespace Chatbot.ComponentTests.Service;

/// <summary>A question in, the right answer out: through the real webhook, the real bot and a real HTTP call.</summary>
[Collection(RunningServicesCollection.Name)]
public sealed class AnswersTests(RunningServices services)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_citizen_on_Zalo_gets_the_procedure_its_papers_and_its_source(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        AssertBirthPapers(await service.AskOnZaloAsync("hoi-zalo", RunningService.BirthQuestion));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_citizen_on_Facebook_gets_the_procedure_its_papers_and_its_source(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        AssertBirthPapers(await service.AskOnFacebookAsync("hoi-facebook", RunningService.BirthQuestion));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_follow_up_stays_with_the_procedure_on_both_channels(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        await service.AskOnZaloAsync("hoi-tiep", RunningService.BirthQuestion);
        AssertBirthFee(await service.AskOnZaloAsync("hoi-tiep", RunningService.FeeQuestion));
        await service.AskOnFacebookAsync("hoi-tiep", RunningService.BirthQuestion);
        AssertBirthFee(await service.AskOnFacebookAsync("hoi-tiep", RunningService.FeeQuestion));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_question_from_somebody_new_has_no_topic_to_keep(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var answer = await service.AskOnZaloAsync("nguoi-moi", RunningService.FeeQuestion);
        Assert.DoesNotContain(RunningService.BirthCode, answer.Text(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_event_delivered_twice_is_answered_once(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var once = (await service.AskOnZaloAsync("mot-lan", RunningService.BirthQuestion)).Count;
        var onceOnFacebook = (await service.AskOnFacebookAsync("mot-lan", RunningService.BirthQuestion)).Count;
        service.Simulator.Zalo.Settings.DuplicateProbability = service.Simulator.Facebook.Settings.DuplicateProbability = 1;
        var webhooks = service.Simulator.Journal.Webhooks;
        Assert.Equal(once, (await service.AskOnZaloAsync("hai-lan", RunningService.BirthQuestion)).Count);
        Assert.Equal(onceOnFacebook, (await service.AskOnFacebookAsync("hai-lan", RunningService.BirthQuestion)).Count);
        Assert.True(service.Simulator.Journal.Webhooks >= webhooks + 4, "the stand-ins delivered nothing twice");
        await Task.Delay(TimeSpan.FromSeconds(1));   // a second answer, were there one, would come now
        await service.IdleAsync();
        Assert.Equal(once, service.Simulator.Zalo.MessagesTo("hai-lan").Count);
        Assert.Equal(onceOnFacebook, service.Simulator.Facebook.MessagesTo("hai-lan").Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_tapped_button_answers_without_showing_its_code_to_the_citizen(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var (zalo, talk) = (service.Simulator.Zalo, service.Simulator.Zalo.Conversation("bam-nut"));
        var card = await service.AskOnZaloAsync("bam-nut", RunningService.BirthQuestion);
        var fee = Assert.Single(card.AllButtons(), b => b.Title == "Lệ phí");
        Assert.Equal(ChatAction.HiddenReply, fee.Action);
        AssertBirthFee(await service.AnswersAsync(talk, () => zalo.TapsAsync("bam-nut", fee, CancellationToken.None)));
        Assert.True(talk.Messages.Last(m => m.From == ChatSide.Citizen).IsHidden);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_tapped_button_in_Messenger_answers_too(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var (facebook, talk) = (service.Simulator.Facebook, service.Simulator.Facebook.Conversation("bam-nut"));
        var card = await service.AskOnFacebookAsync("bam-nut", RunningService.BirthQuestion);
        var fee = Assert.Single(card.AllButtons(), b => b.Title == "Lệ phí");
        var isQuick = card.Any(m => m.QuickReplies.Contains(fee));
        AssertBirthFee(await service.AnswersAsync(talk, () => isQuick
            ? facebook.TapsQuickReplyAsync("bam-nut", fee, CancellationToken.None)
            : facebook.TapsAsync("bam-nut", fee, CancellationToken.None)));
    }

    private static void AssertBirthPapers(IReadOnlyList<ChatMessage> answer)
    {
        var text = answer.Text();
        Assert.Contains(RunningService.BirthCode, text, StringComparison.Ordinal);
        Assert.Contains("Giấy chứng sinh", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Nguồn:", text, StringComparison.Ordinal);
        Assert.Matches(@"\d{2}/\d{2}/\d{4}", text);
    }

    private static void AssertBirthFee(IReadOnlyList<ChatMessage> answer)
    {
        var text = answer.Text();
        Assert.Contains(RunningService.BirthCode, text, StringComparison.Ordinal);
        Assert.Contains("phí", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Giấy chứng sinh", text, StringComparison.OrdinalIgnoreCase);
    }
}
