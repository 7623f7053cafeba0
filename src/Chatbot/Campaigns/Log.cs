using Chatbot.Channels;
using Microsoft.Extensions.Logging;

namespace Chatbot.Campaigns;

/// <summary>What campaigns tell the operator: our own ids and counts.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Campaign {CampaignId} started with {Count} deliveries")]
    public static partial void CampaignStarted(this ILogger logger, Guid campaignId, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Campaign {CampaignId} was not started: {Why}")]
    public static partial void CampaignNotStarted(this ILogger logger, Guid campaignId, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Campaign {CampaignId} could not be started; it is tried again")]
    public static partial void CampaignStartFailed(this ILogger logger, Exception error, Guid campaignId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Campaign {CampaignId} paused by itself: {Reason}")]
    public static partial void CampaignPaused(this ILogger logger, Guid campaignId, StopReason reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Campaign {CampaignId} finished")]
    public static partial void CampaignFinished(this ILogger logger, Guid campaignId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Delivery {DeliveryId} refused by {Channel}: {Reason} ({Code})")]
    public static partial void DeliveryRefused(this ILogger logger, long deliveryId, Channel channel, RefusalReason reason, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {DeliveryId} to {Channel} is unconfirmed: {Why}; it is not sent again")]
    public static partial void DeliveryUnknown(this ILogger logger, long deliveryId, Channel channel, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Publication {PublicationId} to {Channel} is unconfirmed: {Why}; it is not repeated")]
    public static partial void PublicationUnknown(this ILogger logger, Guid publicationId, Channel channel, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recovered after a stopped process: {Planned} deliveries planned again, {Unknown} unconfirmed")]
    public static partial void DeliveriesRecovered(this ILogger logger, int planned, int unknown);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending campaigns failed for a moment; trying again")]
    public static partial void PumpFailed(this ILogger logger, Exception error);
}
