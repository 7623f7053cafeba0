using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Zalo;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Service;

/// <summary>What stands at the door: the right answer to everybody who knocks, and a row for everything that may come in.</summary>
[Collection(RunningServicesCollection.Name)]
public sealed class WebhookTests(RunningServices services)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_event_for_an_OA_that_we_do_not_serve_is_stored_and_answered_200(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var delivery = await service.Simulator.Zalo.EmitAsync(TextTo(service, oa: "4999999999999999999", id: $"la-{kind}"), CancellationToken.None);
        Assert.Equal(200, delivery.Status);
        await using var db = service.Database.NewContext();
        var stored = await db.Set<InboundEvent>().SingleAsync(e => e.PlatformAccountId == "4999999999999999999");
        Assert.Null(stored.AccountId);
        Assert.Equal("user_send_text", stored.Kind);
        Assert.NotNull(stored.Body);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_group_message_is_stored_and_never_answered(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var calls = service.Simulator.Journal.Calls;
        var delivery = await service.Simulator.Zalo.EmitSampleAsync("user_send_group_text", "trong-nhom", CancellationToken.None);
        Assert.Equal(200, delivery.Status);
        await service.IdleAsync();
        await using var db = service.Database.NewContext();
        Assert.Equal(EventStatus.Recorded, (await db.Set<InboundEvent>().SingleAsync(e => e.Kind == "user_send_group_text")).Status);
        Assert.Empty(service.Simulator.Zalo.MessagesTo("trong-nhom"));
        Assert.Equal(calls, service.Simulator.Journal.Calls);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_does_not_sign_or_signs_wrongly_gets_401_and_leaves_nothing(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var events = await EventsAsync(service);
        var body = Encoding.UTF8.GetBytes(TextTo(service, service.Simulator.Options.Zalo.Accounts[0].OaId, "m-unsigned").ToJsonString());
        var forged = "mac=" + new string('a', 64);
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(service, "/webhooks/zalo", body, signature: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(service, "/webhooks/zalo", body, ("X-ZEvent-Signature", forged)));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(service, "/webhooks/facebook", body, signature: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(service, "/webhooks/facebook", body, ("X-Hub-Signature-256", "sha256=" + new string('a', 64))));
        Assert.Equal(events, await EventsAsync(service));
    }

    [Theory]
    [OnSqlite("{\"object\":")]
    [OnSqlite("[]")]
    [OnSqlite("xin chào")]
    [OnPostgres("{\"object\":")]
    [OnPostgres("\u0000")]
    public async Task What_is_signed_but_no_event_gets_400(DatabaseKind kind, string text)
    {
        var service = await services.OnAsync(kind);
        var body = Encoding.UTF8.GetBytes(text);
        var (zalo, facebook) = (service.Simulator.Options.Zalo, service.Simulator.Options.Facebook);
        var zaloMark = "mac=" + ZaloSignature.Compute(zalo.AppId, body, "", zalo.OaSecretKey);
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(service, "/webhooks/zalo", body, ("X-ZEvent-Signature", zaloMark)));
        var facebookMark = FacebookSignature.Sha256(facebook.AppSecret, body);
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(service, "/webhooks/facebook", body, ("X-Hub-Signature-256", facebookMark)));
    }

    [Theory]
    [OnSqlite("/webhooks/zalo")]
    [OnSqlite("/webhooks/facebook")]
    [OnPostgres("/webhooks/zalo")]
    [OnPostgres("/webhooks/facebook")]
    public async Task More_than_a_mebibyte_gets_413_with_and_without_a_length(DatabaseKind kind, string path)
    {
        var service = await services.OnAsync(kind);
        var tooMuch = new byte[1024 * 1024 + 1];
        Array.Fill(tooMuch, (byte)' ');
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(service, path, tooMuch, signature: null));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(tooMuch) };
        request.Headers.TransferEncodingChunked = true;
        using var response = await service.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Facebook_saves_the_callback_after_the_handshake_and_refuses_another_word(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var facebook = service.Simulator.Facebook;
        var callback = new Uri(service.Process.Address, "/webhooks/facebook");
        Assert.Equal("", await facebook.Console.SaveWebhookAsync(callback, facebook.Settings.VerifyToken, CancellationToken.None));
        Assert.NotEqual("", await facebook.Console.SaveWebhookAsync(callback, "mot-tu-khac", CancellationToken.None));
        using var refused = await service.Http.GetAsync(new Uri("/webhooks/facebook?hub.mode=subscribe&hub.verify_token=khac&hub.challenge=1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_Zalo_consoles_probe_gets_200_signed_or_not_and_leaves_nothing(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var events = await EventsAsync(service);
        var zalo = service.Simulator.Zalo;
        Assert.Equal("", await zalo.Console.SaveWebhookAsync(new Uri(service.Process.Address, "/webhooks/zalo"), CancellationToken.None));
        Assert.True((await zalo.Console.SendTestAsync("user_send_text", CancellationToken.None)).IsOk);
        var probe = TextTo(service, zalo.Accounts[0].OaId, ZaloConsole.TestMessageId, ZaloConsole.TestText);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(service, "/webhooks/zalo", Encoding.UTF8.GetBytes(probe.ToJsonString()), signature: null));
        await service.IdleAsync();
        Assert.Equal(events, await EventsAsync(service));
        Assert.Empty(zalo.MessagesTo("console"));
    }

    private static JsonObject TextTo(RunningService service, string oa, string id, string text = "xin chào") => new()
    {
        ["app_id"] = service.Simulator.Options.Zalo.AppId,
        ["sender"] = new JsonObject { ["id"] = "8111111111111111111" },
        ["recipient"] = new JsonObject { ["id"] = oa },
        ["event_name"] = "user_send_text",
        ["message"] = new JsonObject { ["text"] = text, ["msg_id"] = id },
        ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static async Task<int> EventsAsync(RunningService service)
    {
        await using var db = service.Database.NewContext();
        return await db.Set<InboundEvent>().Where(e => e.CitizenId == "8111111111111111111" || e.EventKey == ZaloConsole.TestMessageId).CountAsync();
    }

    private static async Task<HttpStatusCode> PostAsync(RunningService service, string path, byte[] body, (string Name, string Value)? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (signature is { } mark) request.Headers.Add(mark.Name, mark.Value);
        using var response = await service.Http.SendAsync(request);
        return response.StatusCode;
    }
}
