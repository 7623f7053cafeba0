using Chatbot.Channels;
using Chatbot.Hotline.Answering;

namespace Chatbot.Web.Console.Cases.One;

/// <summary>How far an answer came, in words.</summary>
internal static class DeliveryWords
{
    public static string Of(AnswerDelivery delivery) => delivery.State switch
    {
        DeliveryState.NotSent => CaseTexts.DeliveryNotSent,
        DeliveryState.OnItsWay => CaseTexts.DeliveryOnItsWay,
        DeliveryState.Sent => CaseTexts.DeliverySent,
        DeliveryState.Delivered => CaseTexts.DeliveryDelivered,
        DeliveryState.Seen => CaseTexts.DeliverySeen,
        DeliveryState.Failed => delivery.Reason is { } why ? $"{CaseTexts.DeliveryFailed}: {Reason(why)}" : CaseTexts.DeliveryFailed,
        _ => CaseTexts.DeliveryUnknown,
    };

    public static string Of(AnswerState state) => state switch
    {
        AnswerState.Written => CaseTexts.AnswerWritten,
        AnswerState.AwaitingApproval => CaseTexts.AnswerAwaitingApproval,
        AnswerState.Approved => CaseTexts.AnswerApproved,
        AnswerState.Returned => CaseTexts.AnswerReturned,
        AnswerState.Held => CaseTexts.AnswerHeld,
        AnswerState.Offered => CaseTexts.AnswerOffered,
        AnswerState.Queued => CaseTexts.AnswerQueued,
        _ => CaseTexts.AnswerWithdrawn,
    };

    private static string Reason(string reason) => reason switch
    {
        nameof(RefusalReason.OutsideWindow) => CaseTexts.ReasonOutsideWindow,
        nameof(RefusalReason.CitizenUnreachable) => CaseTexts.ReasonUnreachable,
        nameof(RefusalReason.ContentRefused) => CaseTexts.ReasonContent,
        nameof(RefusalReason.Token) => CaseTexts.ReasonToken,
        _ => CaseTexts.ReasonOther(reason),
    };
}
