using System.Text.Json;
using Chatbot.Cli;

namespace Chatbot.Tests.Understanding;

public sealed class AskTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ask").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string PathOf(string name) => Path.Combine(folder, name);

    private int Run(params string[] input)
    {
        File.WriteAllLines(PathOf("c.jsonl"), SmallCatalogue.Catalogue.Procedures
            .Select(p => JsonSerializer.Serialize(new { ma_thu_tuc = p.Code, ten_thu_tuc = p.Title, linh_vuc = p.Field, cap_thuc_hien = p.Levels[0] })).Append("not json"));
        File.WriteAllLines(PathOf("in.jsonl"), input);
        return Ask.Run(["--catalogue", PathOf("c.jsonl"), "--input", PathOf("in.jsonl"), "--output", PathOf("out.jsonl")]);
    }

    private List<JsonElement> Answers() => [.. File.ReadAllLines(PathOf("out.jsonl")).Select(l => JsonDocument.Parse(l).RootElement)];

    [Fact]
    public void Every_good_line_gets_an_answer_of_the_agreed_shape()
    {
        Assert.Equal(0, Run("""{"id":"a","text":"đăng ký khai sinh cần giấy tờ gì"}""", """{"id":"b","text":"thế phí bao nhiêu","previous":"1.001193"}""", """{"id":"c","text":"xin chào"}"""));
        var answers = Answers();
        Assert.Equal(["a", "b", "c"], answers.Select(a => a.GetProperty("id").GetString()));
        Assert.Equal(["id", "handling", "aspect", "codes", "confidence", "micros"], answers[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("procedure", "documents", "1.001193"), Told(answers[0]));
        Assert.Equal(("procedure", "fee", "1.001193"), Told(answers[1]));
        Assert.Equal(("smalltalk", 0), (answers[2].GetProperty("handling").GetString(), answers[2].GetProperty("codes").GetArrayLength()));
        Assert.All(answers, a => Assert.InRange(a.GetProperty("confidence").GetDouble(), 0, 1));
    }

    [Fact]
    public void Bad_lines_are_reported_and_the_rest_is_answered()
    {
        Assert.Equal(0, Run("{broken", "", "[]", """{"id":1}""", """{"id":7,"text":"đăng ký kết hôn"}""", """{"text":"đăng ký tạm trú","previous":null}"""));
        Assert.Equal(["7", "line-6"], Answers().Select(a => a.GetProperty("id").GetString()));
    }

    [Fact]
    public void Missing_options_and_files_are_said_and_do_not_crash()
    {
        Assert.Equal(2, Ask.Run(["--input", "x"]));
        Assert.Equal(1, Ask.Run(["--catalogue", PathOf("none"), "--input", PathOf("none"), "--output", PathOf("out")]));
    }

    private static (string?, string?, string?) Told(JsonElement answer) =>
        (answer.GetProperty("handling").GetString(), answer.GetProperty("aspect").GetString(), answer.GetProperty("codes")[0].GetString());
}
