using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Units;

/// <summary>What the pages about units say; the words are in <c>UnitsTexts.resx</c>.</summary>
public static class UnitsTexts
{
    private static readonly ResourceManager Resources = new(typeof(UnitsTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string Hint => Resources.Text(nameof(Hint));
    public static string Add => Resources.Text(nameof(Add));
    public static string AddButton => Resources.Text(nameof(AddButton));
    public static string Name => Resources.Text(nameof(Name));
    public static string Kind => Resources.Text(nameof(Kind));
    public static string Parent => Resources.Text(nameof(Parent));
    public static string Rename => Resources.Text(nameof(Rename));
    public static string RenameTitle => Resources.Text(nameof(RenameTitle));
    public static string Added => Resources.Text(nameof(Added));
    public static string Renamed => Resources.Text(nameof(Renamed));
    public static string Invalid => Resources.Text(nameof(Invalid));
    public static string OfficialsCount(object value) => Resources.Text(nameof(OfficialsCount), value);
    public static string Tree => Resources.Text(nameof(Tree));
}
