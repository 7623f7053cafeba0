using System.Globalization;
using Chatbot.Catalogue.Import;

namespace Chatbot.Cli;

/// <summary>One line on the error stream that is written over: how far the import is.</summary>
internal sealed class ProgressLine(TextWriter output) : IProgress<ImportProgress>
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public void Report(ImportProgress value) => output.Write(string.Create(Vietnamese,
        $"\r{value.Rows:N0} dòng: mới {value.Added:N0}, sửa đổi {value.Amended:N0}, không đổi {value.Unchanged:N0}, bỏ qua {value.LeftOut:N0} "));

    public void End() => output.WriteLine();
}
