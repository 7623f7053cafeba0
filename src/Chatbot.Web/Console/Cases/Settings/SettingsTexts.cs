using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.Settings;

/// <summary>What the pages of settings of cases say; the words are in <c>SettingsTexts.resx</c>.</summary>
public static class SettingsTexts
{
    private static readonly ResourceManager Resources = new(typeof(SettingsTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string Labels => Resources.Text(nameof(Labels));
    public static string LabelName => Resources.Text(nameof(LabelName));
    public static string LabelUnit => Resources.Text(nameof(LabelUnit));
    public static string LabelAdd => Resources.Text(nameof(LabelAdd));
    public static string LabelRemove(object value) => Resources.Text(nameof(LabelRemove), value);
    public static string LabelRemoveConfirm => Resources.Text(nameof(LabelRemoveConfirm));
    public static string LabelsEmpty => Resources.Text(nameof(LabelsEmpty));
    public static string Canned => Resources.Text(nameof(Canned));
    public static string CannedHint => Resources.Text(nameof(CannedHint));
    public static string CannedAdd => Resources.Text(nameof(CannedAdd));
    public static string CannedEdit => Resources.Text(nameof(CannedEdit));
    public static string CannedTitle => Resources.Text(nameof(CannedTitle));
    public static string CannedText => Resources.Text(nameof(CannedText));
    public static string CannedRemove => Resources.Text(nameof(CannedRemove));
    public static string CannedEmpty => Resources.Text(nameof(CannedEmpty));
    public static string Macros => Resources.Text(nameof(Macros));
    public static string MacroHint => Resources.Text(nameof(MacroHint));
    public static string MacroAdd => Resources.Text(nameof(MacroAdd));
    public static string MacroEdit => Resources.Text(nameof(MacroEdit));
    public static string MacroName => Resources.Text(nameof(MacroName));
    public static string MacroStep(object value) => Resources.Text(nameof(MacroStep), value);
    public static string MacroNothing => Resources.Text(nameof(MacroNothing));
    public static string MacroRemove => Resources.Text(nameof(MacroRemove));
    public static string MacrosEmpty => Resources.Text(nameof(MacrosEmpty));
    public static string StepClaim => Resources.Text(nameof(StepClaim));
    public static string StepStart => Resources.Text(nameof(StepStart));
    public static string StepLabel(object value) => Resources.Text(nameof(StepLabel), value);
    public static string StepUnlabel(object value) => Resources.Text(nameof(StepUnlabel), value);
    public static string StepKind(object value) => Resources.Text(nameof(StepKind), value);
    public static string StepForward(object value) => Resources.Text(nameof(StepForward), value);
    public static string StepAssign(object value) => Resources.Text(nameof(StepAssign), value);
    public static string StepCanned(object value) => Resources.Text(nameof(StepCanned), value);
    public static string StepClose(object value) => Resources.Text(nameof(StepClose), value);
    public static string Agents => Resources.Text(nameof(Agents));
    public static string AgentsHint => Resources.Text(nameof(AgentsHint));
    public static string AgentDuty => Resources.Text(nameof(AgentDuty));
    public static string AgentMost => Resources.Text(nameof(AgentMost));
    public static string AgentSkills => Resources.Text(nameof(AgentSkills));
    public static string AgentAway => Resources.Text(nameof(AgentAway));
    public static string AgentsEmpty => Resources.Text(nameof(AgentsEmpty));
    public static string Accounts => Resources.Text(nameof(Accounts));
    public static string AccountUnit(object value) => Resources.Text(nameof(AccountUnit), value);
    public static string AccountsHint => Resources.Text(nameof(AccountsHint));
    public static string AccountHuman => Resources.Text(nameof(AccountHuman));
    public static string AccountsEmpty => Resources.Text(nameof(AccountsEmpty));
    public static string Invalid => Resources.Text(nameof(Invalid));
}
