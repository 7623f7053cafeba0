using System.Net;
using System.Text.RegularExpressions;

namespace Chatbot.Testing.Console;

/// <summary>A browser without a screen: keeps cookies, follows links, sends a form with its hidden fields.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient http;

    /// <param name="cookies">Of another process of the same service; null: none yet.</param>
    public Browser(Uri address, CookieContainer? cookies = null)
    {
        Cookies = cookies ?? new CookieContainer();
        http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = true }) { BaseAddress = address };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Chatbot-Tests/1.0");
    }

    public CookieContainer Cookies { get; }

    /// <summary>Where the last answer came from, after redirects.</summary>
    public string Path { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Body of the last answer.</summary>
    public string Html { get; private set; } = "";

    /// <summary>What a person reads of it.</summary>
    public string Text => WebUtility.HtmlDecode(Tags().Replace(Html, " "));

    public async Task<string> GetAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        return await KeepAsync(response);
    }

    /// <summary>The whole answer, headers and bytes; a stream is not waited for.</summary>
    public Task<HttpResponseMessage> AnswerAsync(string path) => http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Sends the form of the last page whose action is this, with its hidden fields and these values.</summary>
    public async Task<string> SubmitAsync(string action, params (string Name, string Value)[] values)
    {
        var form = Forms().Matches(Html).Select(m => m.Value).FirstOrDefault(f => f.Contains($"action=\"{action}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No form for {action} on {Path}:\n{Text}");
        var hidden = Hidden().Matches(form).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Where(field => !values.Any(v => v.Name == field.Item1));
        return await PostAsync(action, [.. hidden, .. values]);
    }

    public async Task<string> PostAsync(string path, params (string Name, string Value)[] values)
    {
        using var content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        using var response = await http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content);
        return await KeepAsync(response);
    }

    /// <summary>Sends a form of the last page with a file, as its "choose a file" field would, and these values.</summary>
    public async Task<string> UploadAsync(string action, string field, string fileName, byte[] content, params (string Name, string Value)[] values)
    {
        var form = Forms().Matches(Html).Select(m => m.Value).First(f => f.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        using var body = new MultipartFormDataContent();
        foreach (Match hidden in Hidden().Matches(form)) body.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups[2].Value)), hidden.Groups[1].Value);
        foreach (var (name, value) in values) body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent(content), field, fileName);
        return await PostAsync(action, body);
    }

    /// <summary>Presses a button that belongs to the form "act" of a case's page.</summary>
    public Task<string> PressAsync(string address, params (string Name, string Value)[] values)
    {
        var token = Hidden().Match(Html).Groups;
        return PostAsync(address, [(token[1].Value, WebUtility.HtmlDecode(token[2].Value)), .. values]);
    }

    /// <summary>A form with files.</summary>
    public async Task<string> PostAsync(string path, MultipartFormDataContent form)
    {
        using var response = await http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), form);
        return await KeepAsync(response);
    }

    public void Dispose() => http.Dispose();

    private async Task<string> KeepAsync(HttpResponseMessage response)
    {
        (Status, Path) = (response.StatusCode, response.RequestMessage!.RequestUri!.AbsolutePath);
        return Html = await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
