using Chatbot.Messaging;

namespace Chatbot.Web.Console.FirstPage;

/// <summary>Tells open first pages, in every process, that something there may have changed.</summary>
public sealed class WaitingNews(News news)
{
    public const string Topic = "waiting";

    public Task ChangedAsync(CancellationToken ct) => news.TellAsync(Topic, ct);
}
