using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Testing.House;

namespace Chatbot.ComponentTests.Catalogue;

public sealed class CatalogueImportTests
{
    private const string First = """{"ma_thu_tuc":"1.000001","ten_thu_tuc":"Cấp thẻ","linh_vuc":"Thẻ","_crawl":"2026-07"}""";
    private const string Second = """{"ma_thu_tuc":"1.000002","ten_thu_tuc":"Đổi thẻ","linh_vuc":"Thẻ"}""";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_file_twice_changes_nothing(DatabaseKind kind)
    {
        await using var catalogue = await ImportedCatalogue.CreateAsync(kind);
        await catalogue.ImportAsync(First, Second);
        var again = await catalogue.ImportAsync(First, Second);
        Assert.Equal((0, 0, 2, 0), (again.Run.Added, again.Run.Amended, again.Run.Unchanged, again.Run.Gone));
        Assert.Equal(2, await catalogue.CountAsync<ProcedureVersion>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_file_reports_what_is_new_amended_unchanged_and_gone(DatabaseKind kind)
    {
        await using var catalogue = await ImportedCatalogue.CreateAsync(kind);
        await catalogue.ImportAsync(First, Second, """{"ma_thu_tuc":"1.000003","ten_thu_tuc":"Hủy thẻ"}""");
        var report = await catalogue.ImportAsync(First, Second.Replace("Đổi thẻ", "Đổi thẻ cũ", StringComparison.Ordinal), """{"ma_thu_tuc":"1.000004","ten_thu_tuc":"Khóa thẻ"}""");
        Assert.Equal((1, 1, 1), (report.Run.Added, report.Run.Amended, report.Run.Unchanged));
        var change = report.Amendments.Single().Changes.Single();
        Assert.Equal(("name", "\"Đổi thẻ\"", "\"Đổi thẻ cũ\""), (change.Field, change.Before, change.After));
        Assert.Equal(["1.000003"], report.Gone);
        var snapshot = await catalogue.SnapshotAsync();
        Assert.Equal(("Đổi thẻ cũ", 2), (snapshot.Find("1.000002")!.Answer!.Entry.Name, snapshot.Find("1.000002")!.Answer!.Version));
        Assert.NotNull(snapshot.Find("1.000003")!.Answer);   // gone from the file is reported, not withdrawn
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_bad_row_never_stops_the_rest(DatabaseKind kind)
    {
        await using var catalogue = await ImportedCatalogue.CreateAsync(kind);
        var report = await catalogue.ImportAsync(First, "{not json", "[1]", """{"ma_thu_tuc":"x","ten_thu_tuc":"y"}""", First, """{"code":"1.000009"}""", Second);
        Assert.Equal((2, 5), (report.Run.Added, report.Run.LeftOut));
        Assert.Equal([2, 3, 4, 5, 6], report.Problems.Where(p => p.LeftOut).Select(p => p.Row).Order());
        Assert.Equal(5, await catalogue.CountAsync<ImportProblem>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_read_again_moves_the_date_and_makes_no_version(DatabaseKind kind)
    {
        await using var catalogue = await ImportedCatalogue.CreateAsync(kind);
        await catalogue.ImportAsync(First);
        await catalogue.ImportAsync(First.Replace("2026-07", "2026-08", StringComparison.Ordinal));
        Assert.Equal(1, await catalogue.CountAsync<ProcedureVersion>());
        Assert.Equal(new DateOnly(2026, 8, 1), (await catalogue.SnapshotAsync()).Procedures.Single().SourceDate);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Validity_decides_what_answers_on_a_day(DatabaseKind kind)
    {
        await using var catalogue = await ImportedCatalogue.CreateAsync(kind);
        await catalogue.ImportAsync(First, Second);
        await catalogue.ImportAsync("""{"code":"1.000001","name":"Cấp thẻ","status":"replaced","replacedBy":"1.000002","validFrom":"2026-10-01"}""");
        Assert.False((await catalogue.SnapshotAsync()).Find("1.000001")!.WasReplaced);
        catalogue.Today(2026, 10, 1);
        var found = (await catalogue.SnapshotAsync()).Find("1.000001")!;
        Assert.True(found.WasReplaced);
        Assert.Equal("1.000002", found.Answer!.Entry.Code);
        Assert.Equal(["1.000002"], (await catalogue.SnapshotAsync()).Procedures.Select(p => p.Code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FAQ_entries_have_versions_too(DatabaseKind kind)
    {
        const string hours = """{"id":"gio","questions":["Mấy giờ mở cửa?"],"answer":"7 giờ 30","validUntil":"2026-09-30"}""";
        await using var catalogue = await ImportedCatalogue.CreateAsync(kind);
        await catalogue.ImportFaqAsync(hours);
        await catalogue.ImportFaqAsync(hours.Replace("7 giờ 30", "8 giờ", StringComparison.Ordinal));
        Assert.Equal("8 giờ", (await catalogue.SnapshotAsync()).FindFaq("gio")!.Entry.Answer);
        catalogue.Today(2026, 10, 1);
        Assert.Null((await catalogue.SnapshotAsync()).FindFaq("gio"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_starter_answers_until_something_is_loaded(DatabaseKind kind)
    {
        await using var catalogue = await ImportedCatalogue.CreateAsync(kind);
        var before = await catalogue.SnapshotAsync();
        Assert.Equal("9.999999", before.Procedures.Single().Code);
        Assert.Same(before, await catalogue.SnapshotAsync());
        await catalogue.ImportAsync(First);
        var after = await catalogue.SnapshotAsync();
        Assert.Equal("1.000001", after.Procedures.Single().Code);
        Assert.NotEqual(before.Version, after.Version);
    }

    [SkippableOnSharedTheory, OnSqlite, OnPostgres]
    public async Task The_whole_file_of_the_portal_comes_in(DatabaseKind kind)
    {
        await using var catalogue = await ImportedCatalogue.CreateAsync(kind);
        await using var file = File.OpenRead(Path.Combine(Repository.Shared!, "data", "procedures.jsonl.gz"));
        var report = await catalogue.ImportAsync(file);
        Assert.Equal((3753, 0), (report.Run.Added, report.Run.LeftOut));
        var snapshot = await catalogue.SnapshotAsync();
        Assert.Equal(3753, snapshot.Procedures.Count);
        Assert.Equal("1.014061", snapshot.Service("1.001247")[0]);
        Assert.DoesNotContain(snapshot.Procedures, p => p.Detail == Detail.NoFees && p.Methods.Any(m => m.Fees.Any(f => f.IsFree)));
    }
}

/// <summary>A theory over the data beside the project; skipped, and says so, where the folder is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkippableOnSharedTheoryAttribute : TheoryAttribute
{
    public SkippableOnSharedTheoryAttribute()
    {
        if (Repository.Shared is null) Skip = "../shared is not beside this checkout";
    }
}
