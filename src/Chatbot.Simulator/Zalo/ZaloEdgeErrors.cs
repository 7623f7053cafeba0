namespace Chatbot.Simulator.Zalo;

/// <summary>What the two hosts answer before an endpoint is reached; the same trouble has another number on each.</summary>
internal sealed record ZaloEdgeErrors(ZaloReply TokenInvalid, ZaloReply TokenExpired, ZaloReply ProofWrong, ZaloReply RateLimited, ZaloReply AccountDisabled, ZaloReply NotJson)
{
    public static readonly ZaloEdgeErrors OpenApi = new(
        ZaloErrors.TokenInvalid, ZaloErrors.TokenExpired, ZaloErrors.ProofWrong, ZaloErrors.RateLimited, ZaloErrors.AccountDisabled, ZaloReply.Invalid("body"));

    public static readonly ZaloEdgeErrors Business = new(
        ZbsErrors.TokenInvalid, ZbsErrors.TokenInvalid, ZbsErrors.ProofWrong, ZbsErrors.Unknown, ZbsErrors.OaBlocked, ZbsErrors.NotJson);
}
