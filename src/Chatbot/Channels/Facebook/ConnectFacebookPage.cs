using System.Globalization;
using Chatbot.Persistence;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>Connects a Page with nothing but its token: checks it, stores it, subscribes to events, sets what a citizen sees before writing.</summary>
public sealed class ConnectFacebookPage(
    FacebookClient client, AccountDirectory accounts, ISecretBox box, IOptionsMonitor<FacebookOptions> options, TimeProvider clock,
    ILogger<ConnectFacebookPage> log)
{
    private static readonly string[] Scopes = ["pages_messaging", "pages_manage_metadata"];

    /// <summary>Every step is reported; a Page whose later steps fail stays connected and can be connected again.</summary>
    public async Task<FacebookConnection> RunAsync(string accessToken, CancellationToken ct)
    {
        var steps = new List<ConnectStep>();
        try
        {
            var page = await CheckTokenAsync(accessToken.Trim(), steps, ct);
            if (page is null) return new(null, steps);
            await StoreAsync(page, accessToken.Trim(), ct);
            steps.Add(new(true, $"Đã lưu khóa truy cập của Trang {page.Name} ({page.Id}), có mã hóa."));
            await SubscribeAsync(page.Id!, accessToken.Trim(), steps, ct);
            await SetProfileAsync(accessToken.Trim(), steps, ct);
            return new(page.Id, steps);
        }
        catch (HttpRequestException e)
        {
            steps.Add(new(false, $"Không kết nối được tới {options.CurrentValue.GraphBaseAddress}: {e.Message}"));
            return new(null, steps);
        }
    }

    private async Task<FacebookPageInfo?> CheckTokenAsync(string token, List<ConnectStep> steps, CancellationToken ct)
    {
        if (!options.CurrentValue.IsConfigured) steps.Add(new(false, "Chưa đặt Facebook:AppSecret và Facebook:VerifyToken nên chưa nhận được tin nhắn."));
        if (!await MayBeUsedAsync(token, steps, ct)) return null;
        var page = await client.GetPageAsync(token, ct);
        if (page.Value is { Id.Length: > 0 } found) return found;
        steps.Add(new(false, $"Facebook không nhận khóa truy cập này: {page.Why}"));
        return null;
    }

    private async Task<bool> MayBeUsedAsync(string token, List<ConnectStep> steps, CancellationToken ct)
    {
        var appId = options.CurrentValue.AppId;
        if (appId.Length == 0)
        {
            steps.Add(new(false, "Chưa đặt Facebook:AppId nên không xem được hạn và quyền của khóa truy cập."));
            return true;
        }
        var reply = await client.DebugTokenAsync(token, ct);
        if (reply.Value?.Data is not { } facts)
        {
            steps.Add(new(false, $"Không xem được khóa truy cập: {reply.Why}"));
            return true;
        }
        var problems = Problems(facts, appId).ToList();
        steps.AddRange(problems.Count > 0 ? problems : [new(true, "Khóa truy cập còn hiệu lực và đủ quyền.")]);
        return facts.IsValid && facts.Type is null or "PAGE" or "";
    }

    private static IEnumerable<ConnectStep> Problems(FacebookTokenFacts facts, string appId)
    {
        if (!facts.IsValid) yield return new(false, "Khóa truy cập đã hết hiệu lực. Hãy tạo khóa mới cho Trang.");
        if (facts.Type is not (null or "" or "PAGE")) yield return new(false, $"Đây là khóa loại {facts.Type}; cần khóa của Trang (Page access token).");
        if (facts.AppId is { Length: > 0 } owner && owner != appId) yield return new(false, $"Khóa thuộc ứng dụng {owner}, không phải {appId}.");
        foreach (var scope in facts.Scopes is null ? [] : Scopes.Except(facts.Scopes)) yield return new(false, $"Khóa thiếu quyền {scope}.");
        if (facts.ExpiresAt > 0) yield return new(false, $"Khóa hết hạn lúc {Local(facts.ExpiresAt)}; nên dùng khóa không hết hạn.");
    }

    private static string Local(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private async Task StoreAsync(FacebookPageInfo page, string token, CancellationToken ct)
    {
        var id = await accounts.StoreAsync(Channel.Facebook, page.Id!, account =>
        {
            account.Name = page.Name ?? account.Name;
            account.AccessToken = box.ProtectText(token);
            account.TokenExpiresAt = null;
            account.TokenRefreshedAt = clock.GetUtcNow();
            account.Status = AccountStatus.Active;
        }, ct);
        log.PageConnected(id);
    }

    private async Task SubscribeAsync(string pageId, string token, List<ConnectStep> steps, CancellationToken ct)
    {
        var done = await FacebookSubscriptions.SubscribeAsync(client, pageId, token, ct);
        var missing = done.IsDone ? await FacebookSubscriptions.MissingAsync(client, pageId, token, options.CurrentValue.AppId, ct) : null;
        steps.Add(done switch
        {
            { IsDone: false } => new(false, $"Chưa đăng ký được sự kiện của Trang: {done.Why}"),
            _ when missing is { Count: > 0 } =>
                new(false, $"Trang chưa gửi các sự kiện: {string.Join(", ", missing)}. Hãy bật chúng ở mục Webhooks của ứng dụng."),
            _ => new(true, "Đã đăng ký nhận sự kiện của Trang."),
        });
    }

    private async Task SetProfileAsync(string token, List<ConnectStep> steps, CancellationToken ct)
    {
        var profile = options.CurrentValue.Profile;
        var first = await client.SetProfileAsync(token, FacebookProfile.First(profile), ct);
        steps.Add(Step(first, "nút Bắt đầu và lời chào"));
        if (first.IsDone) steps.Add(Step(await client.SetProfileAsync(token, FacebookProfile.Second(profile), ct), "trình đơn và câu hỏi gợi ý"));
    }

    private static ConnectStep Step(FacebookReply<FacebookDone> reply, string what) =>
        reply.IsDone ? new(true, $"Đã đặt {what}.") : new(false, $"Chưa đặt được {what}: {reply.Why}");
}

/// <param name="PageId">Null: nothing was stored.</param>
public sealed record FacebookConnection(string? PageId, IReadOnlyList<ConnectStep> Steps)
{
    public bool IsComplete => PageId is not null && Steps.All(step => step.IsDone);
}

/// <param name="Text">For the person who connects, in Vietnamese; holds no token.</param>
public sealed record ConnectStep(bool IsDone, string Text);
