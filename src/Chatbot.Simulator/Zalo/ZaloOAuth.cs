using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Zalo;

/// <summary><c>oauth.zaloapp.com</c>: the consent page and the token endpoint.</summary>
internal sealed class ZaloOAuth(ZaloPlatform zalo, SimulatorCore core)
{
    private static readonly string[] CarriedAlong = ["redirect_uri", "state", "code_challenge"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v4/oa/permission", ShowConsentAsync);
        routes.MapPost("/v4/oa/permission", Consent);
        routes.MapPost("/v4/oa/access_token", IssueTokensAsync);
    }

    private Task ShowConsentAsync(HttpContext http)
    {
        var query = http.Request.Query;
        http.Response.ContentType = "text/html; charset=utf-8";
        if (query["app_id"] != zalo.Settings.AppId) return http.Response.WriteAsync(Page("<p>Ứng dụng không hợp lệ (-14002).</p>"));
        if (!IsAllowed(query["redirect_uri"])) return http.Response.WriteAsync(Page("<p>Địa chỉ quay về không hợp lệ (-14003).</p>"));
        var accounts = string.Concat(zalo.Accounts.Select(a => $"<button name='oa_id' value='{Html(a.OaId)}'>Cho phép cho {Html(a.Name)}</button>"));
        var fields = string.Concat(CarriedAlong
            .Select(name => $"<input type='hidden' name='{name}' value='{Html(query[name].ToString())}'>"));
        return http.Response.WriteAsync(Page($"<form method='post'>{fields}<p>Ứng dụng xin quyền gửi và nhận tin của Official Account.</p>{accounts}</form>"));
    }

    private IResult Consent(HttpContext http)
    {
        var form = http.Request.Form;
        if (!IsAllowed(form["redirect_uri"])) return Results.BadRequest();
        var account = zalo.Account(form["oa_id"]);
        var code = zalo.Tokens.IssueCode(account.OaId, form["code_challenge"].ToString());
        var back = new UriBuilder(form["redirect_uri"].ToString());
        var query = $"code={code}&oa_id={account.OaId}";
        if (form["code_challenge"].ToString() is { Length: > 0 } challenge) query += $"&code_challenge={Uri.EscapeDataString(challenge)}";
        if (zalo.Settings.ReturnState && form["state"].ToString() is { Length: > 0 } state) query += $"&state={Uri.EscapeDataString(state)}";
        back.Query = back.Query.Length > 1 ? back.Query[1..] + "&" + query : query;
        return Results.Redirect(back.Uri.AbsoluteUri);
    }

    private async Task IssueTokensAsync(HttpContext http)
    {
        var fault = zalo.Faults.Draw(FaultScope.OAuth);
        if (await FaultBreaker.BreakBeforeAsync(http, fault)) return;
        var answer = await TokensAsync(http);
        core.Journal.Call(Platform.Zalo, "POST", http.Request.Path, Array.Empty<byte>(), 200, answer.String("error_name"));
        if (await FaultBreaker.BreakAfterAsync(http, fault)) return;
        await HttpBodies.WriteAsync(http.Response, 200, answer);
    }

    private async Task<JsonObject> TokensAsync(HttpContext http)
    {
        if (!HttpBodies.IsForm(http.Request)) return Error(-14001, "Invalid content type");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (http.Request.Headers["secret_key"] != zalo.Settings.AppSecret) return Error(-14004, "Invalid secret key");
        if (form["app_id"] != zalo.Settings.AppId) return Error(-14002, "Invalid app id");
        var pair = form["grant_type"].ToString() switch
        {
            "authorization_code" => zalo.Tokens.Exchange(form["code"].ToString(), form["code_verifier"].ToString()),
            "refresh_token" => zalo.Tokens.Refresh(form["refresh_token"].ToString()),
            _ => null,
        };
        if (pair is not null) return Success(pair);
        return form["grant_type"] == "refresh_token" ? Error(-14020, "Refresh token is expired or used") : Error(-14012, "Invalid code");
    }

    private JsonObject Success(TokenPair pair) => new()
    {
        ["access_token"] = pair.AccessToken,
        ["refresh_token"] = pair.RefreshToken,
        ["expires_in"] = ((long)zalo.Settings.AccessTokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
    };

    private static JsonObject Error(int code, string name) => new()
    {
        ["error"] = code,
        ["error_name"] = name,
        ["error_reason"] = name,
        ["error_description"] = name,
    };

    private bool IsAllowed(string? redirect) =>
        Uri.TryCreate(redirect, UriKind.Absolute, out var uri) && (zalo.Settings.OAuthCallback is null || uri == zalo.Settings.OAuthCallback);

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string Page(string body) =>
        "<!doctype html><html lang='vi'><meta charset='utf-8'><meta name='viewport' content='width=device-width'>"
        + "<title>Cấp quyền (mô phỏng Zalo)</title><style>body{font:1rem system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem}"
        + "button{font:inherit;padding:.8rem 1.2rem;border:0;border-radius:.6rem;background:#0068ff;color:#fff}</style>"
        + $"<h1>Cấp quyền</h1>{body}</html>";
}
