using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Conversations;
using Chatbot.Hotline;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Inbox;
using Chatbot.Hotline.Phrases;
using Chatbot.Web.Console.Cases.One;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Console.Cases.Compose;

/// <summary>What the composer of a case offers beside what is written in it.</summary>
internal sealed class ComposerReader(
    KeepCannedAnswers canned, PreviewAnswer preview, SuggestAnswer suggest, IEnumerable<IChannelSender> senders, IOptions<CaseOptions> options, IOptionsMonitor<ZaloOptions> zalo)
{
    private const int MostSuggestions = 3;

    public async Task<ComposerModel> FillAsync(CaseModel model, ComposerModel? draft, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        var given = draft ?? new ComposerModel(Guid.CreateVersion7(), "");
        if (!model.MayAnswer) return given;
        return given with
        {
            NeedsApproval = options.Value.NeedsApproval(model.View.Case.Kind),
            Canned = await canned.FindAsync(units, "", ct),
            LaterPrice = LaterPrice(model),
            Sendable = [.. model.View.Files.Where(file => Takes(model, file)).Select(file => file.Id)],
            Preview = given.Text.Length == 0 ? null : await preview.PreviewAsync(model.Id, given.Text, ct),
            Suggestions = suggest.Suggest(QuestionOf(model), model.View.Case.UnitId, MostSuggestions),
        };
    }

    // Who the citizen is does not matter here: a visitor of the web chat is refused when it is sent.
    private bool Takes(CaseModel model, FileView file) => senders.Single(s => s.Channel == model.View.Case.Channel)
        .RenderFile(new OutboundFile(file.Id, file.Name, file.ContentType, file.Size), new Recipient("", null)) is not null;

    /// <summary>What the citizen wrote last, when it says something; else what opened the case.</summary>
    private static string QuestionOf(CaseModel model)
    {
        var last = model.Talk.Entries.OfType<TimelineEntry.CitizenSaid>().LastOrDefault(said => said is { IsPress: false, Text.Length: > 15 });
        return last?.Text ?? model.View.Question ?? "";
    }

    /// <returns>VND; 0 where nothing is paid.</returns>
    public decimal LaterPrice(CaseModel model) => model.View.Case.Channel == Channel.Zalo ? ZaloLimits.InForce(zalo.CurrentValue, model.Now).PaidReplyPrice : 0;
}
