using Chatbot.Catalogue;
using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Radio;
using Chatbot.Testing.Databases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.ComponentTests.Answers;

/// <summary>The use cases of published answers over a real database, as a console process would hold them.</summary>
internal sealed class AnswersHost : IDisposable
{
    public static readonly AnswerActor Author = Actor("Ông Soạn Thảo");
    public static readonly AnswerActor Editor = Actor("Bà Biên Tập");
    public static readonly AnswerActor Approver = Actor("Bà Duyệt Bài, Phó Chủ tịch UBND xã");
    public static readonly AnswerText Text = new("Đi làm ăn xa có được gửi con cho ông bà đứng tên nhận sữa học đường không?", "Được. Ông bà mang giấy ủy quyền đến bộ phận một cửa của xã.")
    {
        Source = "Trung tâm Phục vụ hành chính công xã", Field = "Giáo dục",
    };

    private readonly IHost host;

    public AnswersHost(TestDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:Chatbot", (string?)database.ConnectionString)]);
        builder.AddPersistence().AddCatalogue().AddRadio();
        host = builder.Build();
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public void Dispose() => host.Dispose();

    public async Task<PublishedAnswer> DraftedAsync(AnswerText? text = null, Guid? caseId = null) =>
        (await Get<DraftFromCase>().DraftAsync(Unit.RootId, caseId, text ?? Text, Author, CancellationToken.None)).Answer!;

    public async Task<PublishedAnswer> SubmittedAsync(AnswerText? text = null) =>
        (await Get<SubmitAnswer>().SubmitAsync(Seen(await DraftedAsync(text)), keepsPersonalData: true, Author, CancellationToken.None)).Answer!;

    public async Task<PublishedAnswer> PublishedAsync(AnswerText? text = null)
    {
        var submitted = await SubmittedAsync(text);
        return (await ApproveAsync(submitted, Approver)).Answer!;
    }

    public Task<AnswerAct> ApproveAsync(PublishedAnswer answer, AnswerActor by) =>
        Get<ApproveAnswer>().ApproveAsync(Seen(answer), answer.TextHash, by, CancellationToken.None);

    public static SeenAnswer Seen(PublishedAnswer answer) => new(answer.Id, answer.Revision);

    private static AnswerActor Actor(string name) => new(Guid.CreateVersion7(), name, [Unit.RootId]);
}
