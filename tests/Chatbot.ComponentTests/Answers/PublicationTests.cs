using System.Diagnostics;
using System.Net;
using System.Xml.Linq;
using Chatbot.Catalogue.Answers;
using Chatbot.ComponentTests.Service;
using Chatbot.Conversations;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Chatbot.ComponentTests.Answers.AnswersHost;

namespace Chatbot.ComponentTests.Answers;

/// <summary>Approved in one process, answered by another: the bot within a minute, the page at once; withdrawn, it is gone from both.</summary>
[Collection(RunningServicesCollection.Name)]
public sealed class PublicationTests(RunningServices services)
{
    private const string Asked = "đi làm ăn xa gửi con cho ông bà đứng tên nhận sữa học đường được không";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_published_answer_is_said_within_a_minute_and_a_withdrawn_one_no_more(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        using var host = new AnswersHost(service.Database);
        Assert.DoesNotContain(Text.Answer, (await service.AskOnZaloAsync("truoc-khi-dang", Asked)).Text(), StringComparison.Ordinal);

        var published = await host.PublishedAsync();
        var said = await SaysAsync(service, $"sau-khi-dang-{kind}", expected: true);
        Assert.Contains("Bà Duyệt Bài, Phó Chủ tịch UBND xã duyệt ngày", said, StringComparison.Ordinal);
        await using (var db = service.Database.NewContext())
        {
            var record = await db.Set<AnswerRecord>().Where(r => r.FaqId == $"dan-hoi-{published.Code}").FirstAsync();
            Assert.Equal(published.VersionId, record.EntryVersionId);
        }

        await host.Get<WithdrawAnswer>().WithdrawAsync(Seen(published), "Hết hiệu lực", Editor, CancellationToken.None);
        await SaysAsync(service, $"sau-khi-go-{kind}", expected: false);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_reads_what_is_public_and_nothing_else(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        using var host = new AnswersHost(service.Database);
        var published = await host.PublishedAsync(Text with { Question = "Trợ cấp <b>mùa lũ</b> & người cao tuổi nhận ở đâu?", Field = "Bảo trợ xã hội" });
        var submitted = await host.SubmittedAsync(Text with { Question = "Câu chờ duyệt bí mật?" });
        var draft = await host.DraftedAsync(Text with { Question = "Câu nháp bí mật?" });
        var later = await host.PublishedAsync(Text with { Question = "Câu tương lai bí mật?", ValidFrom = new DateOnly(2999, 1, 1) });
        var over = await host.PublishedAsync(Text with { Question = "Câu quá hạn bí mật?", ValidUntil = new DateOnly(2020, 1, 1) });
        var gone = await host.PublishedAsync(Text with { Question = "Câu đã gỡ bí mật?" });
        await host.Get<WithdrawAnswer>().WithdrawAsync(Seen(gone), "Sai", Editor, CancellationToken.None);

        foreach (var hidden in new[] { submitted, draft, later, over, gone })
            Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync(new Uri($"/hoi-dap/{hidden.Code}", UriKind.Relative))).StatusCode);
        foreach (var address in new[] { "/hoi-dap", "/hoi-dap?tim=bi+mat", "/hoi-dap/rss.xml", "/hoi-dap/sitemap.xml" })
        {
            var body = await service.Http.GetStringAsync(new Uri(address, UriKind.Relative));
            Assert.DoesNotContain("bí mật?", body, StringComparison.Ordinal);
            foreach (var hidden in new[] { submitted, draft, later, over, gone }) Assert.DoesNotContain(hidden.Code, body, StringComparison.Ordinal);
        }

        var list = await service.Http.GetStringAsync(new Uri("/hoi-dap?tim=mua+lu+CAO+tuoi&linh-vuc=B%E1%BA%A3o%20tr%E1%BB%A3%20x%C3%A3%20h%E1%BB%99i", UriKind.Relative));
        Assert.Contains($"/hoi-dap/{published.Code}/tro-cap-b-mua-lu", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>mùa", list, StringComparison.Ordinal);
        Assert.DoesNotContain(published.Code, await service.Http.GetStringAsync(new Uri("/hoi-dap?linh-vuc=Khac", UriKind.Relative)), StringComparison.Ordinal);
        var feed = XDocument.Parse(await service.Http.GetStringAsync(new Uri("/hoi-dap/rss.xml", UriKind.Relative)));
        Assert.Contains(feed.Descendants("item"), item => (string)item.Element("title")! == published.Question);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_are_kept_for_a_minute_and_known_again_by_their_tag(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        using var host = new AnswersHost(service.Database);
        var published = await host.PublishedAsync(Text with { Question = "Câu hỏi có thẻ?" });
        var address = new Uri($"/hoi-dap/{published.Code}", UriKind.Relative);
        using var first = await service.Http.GetAsync(address);
        Assert.Equal((60, true), ((int)first.Headers.CacheControl!.MaxAge!.Value.TotalSeconds, first.Headers.CacheControl.Public));
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await service.Http.SendAsync(again)).StatusCode);
        await host.Get<WithdrawAnswer>().WithdrawAsync(Seen(published), "Sai", Editor, CancellationToken.None);
        using var gone = new HttpRequestMessage(HttpMethod.Get, address);
        gone.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.SendAsync(gone)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync(new Uri($"/hoi-dap/don-vi/{Guid.CreateVersion7()}", UriKind.Relative))).StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Twenty_answers_stand_on_a_page(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        using var host = new AnswersHost(service.Database);
        for (var i = 0; i < PublicAnswers.PageSize + 3; i++) await host.PublishedAsync(Text with { Question = $"Thuyền thúng số {i}?", Field = "Đường thủy" });
        var first = await service.Http.GetStringAsync(new Uri("/hoi-dap?tim=thuyen+thung", UriKind.Relative));
        var second = await service.Http.GetStringAsync(new Uri("/hoi-dap?tim=thuyen+thung&trang=2", UriKind.Relative));
        Assert.Equal((20, 3), (first.Split("<li>").Length - 1, second.Split("<li>").Length - 1));
        Assert.Contains("Có 23 câu hỏi.", WebUtility.HtmlDecode(first), StringComparison.Ordinal);
        Assert.Contains("Trang 2 trên 2", WebUtility.HtmlDecode(second), StringComparison.Ordinal);
    }

    private static async Task<string> SaysAsync(RunningService service, string citizen, bool expected)
    {
        var waited = Stopwatch.StartNew();
        for (var turn = 0; ; turn++)
        {
            var said = (await service.AskOnZaloAsync($"{citizen}-{turn}", Asked)).Text();
            if (said.Contains(Text.Answer, StringComparison.Ordinal) == expected) return said;
            Assert.True(waited.Elapsed < Minute, $"after a minute the bot says:\n{said}");
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }
}
