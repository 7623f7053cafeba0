namespace Chatbot.Channels;

/// <summary>One rate of one platform account or app.</summary>
/// <param name="Name">Who shares it, such as <c>zalo-app</c> or <c>zalo-oa/4000</c>; two limits of the same name are one bucket.</param>
/// <param name="Permits">Messages in any stretch of <paramref name="Window"/>; 0: unlimited.</param>
/// <param name="ReservedForReplies">Share, 0 to 0.95, that what we start (<see cref="SendPriority.Outreach"/>) never uses.</param>
public readonly record struct RateLimit(string Name, int Permits, TimeSpan Window, double ReservedForReplies);
