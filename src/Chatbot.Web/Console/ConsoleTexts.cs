using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console;

/// <summary>What every page of the console says; the words are in <c>ConsoleTexts.resx</c>.</summary>
public static class ConsoleTexts
{
    private static readonly ResourceManager Resources = new(typeof(ConsoleTexts));

    public static string Product => Resources.Text(nameof(Product));
    public static string Console => Resources.Text(nameof(Console));
    public static string SkipToContent => Resources.Text(nameof(SkipToContent));
    public static string Navigation => Resources.Text(nameof(Navigation));
    public static string Menu => Resources.Text(nameof(Menu));
    public static string FirstPage => Resources.Text(nameof(FirstPage));
    public static string Officials => Resources.Text(nameof(Officials));
    public static string Units => Resources.Text(nameof(Units));
    public static string Audit => Resources.Text(nameof(Audit));
    public static string Account => Resources.Text(nameof(Account));
    public static string SignOut => Resources.Text(nameof(SignOut));
    public static string ThemeTitle => Resources.Text(nameof(ThemeTitle));
    public static string ThemeAuto => Resources.Text(nameof(ThemeAuto));
    public static string ThemeLight => Resources.Text(nameof(ThemeLight));
    public static string ThemeDark => Resources.Text(nameof(ThemeDark));
    public static string Save => Resources.Text(nameof(Save));
    public static string Cancel => Resources.Text(nameof(Cancel));
    public static string Back => Resources.Text(nameof(Back));
    public static string Search => Resources.Text(nameof(Search));
    public static string SearchFor => Resources.Text(nameof(SearchFor));
    public static string Filter => Resources.Text(nameof(Filter));
    public static string All => Resources.Text(nameof(All));
    public static string ExportCsv => Resources.Text(nameof(ExportCsv));
    public static string ExportXlsx => Resources.Text(nameof(ExportXlsx));
    public static string SortBy(object value) => Resources.Text(nameof(SortBy), value);
    public static string Rows(object value) => Resources.Text(nameof(Rows), value);
    public static string PageOf(object first, object second) => Resources.Text(nameof(PageOf), first, second);
    public static string Previous => Resources.Text(nameof(Previous));
    public static string Next => Resources.Text(nameof(Next));
    public static string Pages => Resources.Text(nameof(Pages));
    public static string NothingFound => Resources.Text(nameof(NothingFound));
    public static string NothingFoundHint => Resources.Text(nameof(NothingFoundHint));
    public static string ClearFilter => Resources.Text(nameof(ClearFilter));
    public static string Loading => Resources.Text(nameof(Loading));
    public static string Copy => Resources.Text(nameof(Copy));
    public static string Copied => Resources.Text(nameof(Copied));
    public static string Saved => Resources.Text(nameof(Saved));
    public static string Yes => Resources.Text(nameof(Yes));
    public static string No => Resources.Text(nameof(No));
    public static string RightAdministrator => Resources.Text(nameof(RightAdministrator));
    public static string RightEditor => Resources.Text(nameof(RightEditor));
    public static string RightApprover => Resources.Text(nameof(RightApprover));
    public static string RightCampaignSender => Resources.Text(nameof(RightCampaignSender));
    public static string RightHotlineAgent => Resources.Text(nameof(RightHotlineAgent));
    public static string RightSupervisor => Resources.Text(nameof(RightSupervisor));
    public static string RightCatalogueEditor => Resources.Text(nameof(RightCatalogueEditor));
    public static string RightAuditor => Resources.Text(nameof(RightAuditor));
    public static string RightShareOnly => Resources.Text(nameof(RightShareOnly));
    public static string KindProvince => Resources.Text(nameof(KindProvince));
    public static string KindCommune => Resources.Text(nameof(KindCommune));
    public static string KindSection => Resources.Text(nameof(KindSection));
}
