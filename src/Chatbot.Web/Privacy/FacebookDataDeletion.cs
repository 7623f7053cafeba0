using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Chatbot.Web.Privacy;

/// <summary>Meta's data deletion callback: a person removed our app or asked Meta to have their data deleted.</summary>
/// <remarks>Source: Data Deletion Request Callback, read 21 November 2026. The id is the app's, not the Page's, and Meta gives no way from one to the other:
/// nothing of ours is stored under it. So the demand is settled at once, and the status page tells how to delete what the chat holds.</remarks>
internal static class FacebookDataDeletion
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";   // none that look alike on paper
    private const int CodeLength = 12;
    private const int LongestBody = 16 * 1024;
    private static readonly TimeSpan Deadline = TimeSpan.FromDays(30);

    public static async Task<Results<Ok<Answer>, BadRequest, UnauthorizedHttpResult, StatusCodeHttpResult>> ReceiveAsync(
        HttpRequest request, FacebookSignedRequest signed, IDbContextFactory<ChatbotDb> contexts, WriteGate gate, IOptions<ChannelOptions> options,
        TimeProvider clock, CancellationToken ct)
    {
        if (await RawBody.ReadAsync(request, LongestBody, ct) is not { } body) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (await ReadFormAsync(body, ct) is not { } form) return TypedResults.BadRequest();
        if (signed.ReadUserId(form.GetValueOrDefault("signed_request")) is null) return TypedResults.Unauthorized();
        var demand = Settled(clock.GetUtcNow());
        await StoreAsync(contexts, gate, demand, ct);
        return TypedResults.Ok(new Answer($"{PublicAddress.Of(request, options.Value)}/privacy/deletion/{demand.ConfirmationCode}", demand.ConfirmationCode));
    }

    private static DeletionRequest Settled(DateTimeOffset now)
    {
        var demand = new DeletionRequest
        {
            Channel = Channel.Facebook,
            ConfirmationCode = RandomNumberGenerator.GetString(Letters, CodeLength),
            RequestedAt = now,
            DueAt = now + Deadline,
        };
        demand.Settle(DeletionOutcome.NotLinked, now);
        return demand;
    }

    private static async Task StoreAsync(IDbContextFactory<ChatbotDb> contexts, WriteGate gate, DeletionRequest demand, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Add(demand);
        using var pass = await gate.EnterAsync(ct);
        await db.SaveChangesAsync(ct);
    }

    /// <returns>Null: no form.</returns>
    private static async Task<Dictionary<string, StringValues>?> ReadFormAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        try
        {
            using var reader = new FormReader(new MemoryStream(body.ToArray()));
            return await reader.ReadFormAsync(ct);
        }
        catch (InvalidDataException)   // too many or too long fields
        {
            return null;
        }
    }

    /// <summary>Exactly these two members are expected.</summary>
    internal sealed record Answer(
        [property: JsonPropertyName("url")] string Url, [property: JsonPropertyName("confirmation_code")] string ConfirmationCode);
}
