using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Chatbot.Officials.ApiKeys;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Api;

/// <summary>The same request with the same key gets the same answer, however often and in whatever process it arrives, and is carried out once.</summary>
/// <remarks>A success is stored in the transaction that does the work: dying before it leaves nothing done, dying after it leaves the answer there.</remarks>
internal sealed partial class ApiAnswers(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestBody = 64 * 1024;

    /// <param name="act">Does the work with the body, and saves beside it the row that the second argument makes of the answer.</param>
    public async Task<IResult> OnceAsync(HttpContext http, Func<byte[], Func<ApiReply, ApiAnswer>, Task<ApiReply>> act, CancellationToken ct)
    {
        var (request, caller) = (http.Request, http.Caller());
        var key = request.Headers[KeyHeader].ToString();
        if (!Key().IsMatch(key)) return ApiReply.Problem(StatusCodes.Status400BadRequest, "RequestKey").ToResult();
        if (await BodyAsync(request, ct) is not { } body) return ApiReply.Problem(StatusCodes.Status413PayloadTooLarge, "TooLarge").ToResult();
        var hash = HashOf(request, body);
        if (await KnownAsync(caller.KeyId, key, ct) is { } known) return Again(http, known, hash);
        ApiAnswer Row(ApiReply reply) => new() { KeyId = caller.KeyId, RequestKey = key, RequestHash = hash, Status = reply.Status, Body = reply.Body, AnsweredAt = clock.GetUtcNow() };
        var reply = await TryAsync(() => act(body, Row));
        if (reply is { Status: < 400 }) return reply.ToResult();
        // Refused, perhaps because the same request was just carried out elsewhere.
        if (reply is not null) await StoreAsync(Row(reply), ct);
        return await KnownAsync(caller.KeyId, key, ct) is { } answered ? Again(http, answered, hash) : ApiReply.Problem(StatusCodes.Status500InternalServerError, "Broken").ToResult();
    }

    /// <returns>Null: its row was there already.</returns>
    private static async Task<ApiReply?> TryAsync(Func<Task<ApiReply>> act)
    {
        try
        {
            return await act();
        }
        catch (DbUpdateException)
        {
            return null;
        }
    }

    private static IResult Again(HttpContext http, ApiAnswer known, string hash)
    {
        if (known.RequestHash != hash) return ApiReply.Problem(StatusCodes.Status422UnprocessableEntity, "RequestKeyReused").ToResult();
        http.Response.Headers["Idempotent-Replayed"] = "true";
        return new ApiReply(known.Status, known.Body).ToResult();
    }

    private async Task<ApiAnswer?> KnownAsync(Guid keyId, string requestKey, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ApiAnswer>().FirstOrDefaultAsync(a => a.KeyId == keyId && a.RequestKey == requestKey, ct);
    }

    private async Task StoreAsync(ApiAnswer answer, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ApiAnswer>().AnyAsync(a => a.KeyId == answer.KeyId && a.RequestKey == answer.RequestKey, ct)) return;
        db.Add(answer);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // the other one was faster; its answer counts
        }
    }

    /// <returns>Null: too long.</returns>
    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + read > LongestBody) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static string HashOf(HttpRequest request, byte[] body) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"), .. body]));

    [GeneratedRegex("^[!-~]{1,100}$")]
    private static partial Regex Key();
}
