using System.ComponentModel.DataAnnotations;

namespace Chatbot.Conversations;

/// <summary>Section "Conversations": how the bot presents itself and how long things last.</summary>
public sealed class ConversationsOptions
{
    /// <summary>Name under which the bot introduces itself; empty: the name in the resource file.</summary>
    [StringLength(60)]
    public string BotName { get; set; } = "";

    /// <summary>Office in whose name it speaks; empty: the name of the hotline office in the catalogue.</summary>
    [StringLength(120)]
    public string OfficeName { get; set; } = "";

    /// <summary>How long the bot is silent after a matter was handed to an official, unless the citizen calls it back.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan HandoverSilence { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long the bot is silent after an official's own message; each further message begins it anew.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan OfficialSilence { get; set; } = TimeSpan.FromHours(2);

    /// <summary>After this much quiet, "phí bao nhiêu" no longer belongs to the procedure talked about before.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan TopicLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Page on which a citizen looks up a dossier by its number.</summary>
    [Required, Url]
    public string DossierLookupUrl { get; set; } = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html";

    /// <summary>Codes offered under "Thủ tục thường gặp", in order; those that the catalogue lacks are left out. Empty: <see cref="BuiltInCommon"/>.</summary>
    public IList<string> CommonProcedures { get; } = [];

    /// <summary>Birth, marriage, marital status, certified copies, temporary residence: what commune offices handle most.</summary>
    public static IReadOnlyList<string> BuiltInCommon { get; } = ["1.001193", "1.000894", "1.004873", "2.000815", "1.004194"];

    /// <summary>Shows the made-up offices that ship with the project while the catalogue holds none. Null: only in Development, so that no citizen is
    /// sent to an address that does not exist.</summary>
    public bool? UseSampleOffices { get; set; }

    /// <summary>A file of communes and streets of before the merger, as docs/understanding.md describes it: its names go before those that ship. Read whenever
    /// the catalogue is; a start fails when it cannot be read. Empty: none.</summary>
    [StringLength(400)]
    public string PlacesFile { get; set; } = "";

    /// <summary>The hotline card; what is set here goes before the hotline office of the catalogue.</summary>
    public HotlineOptions Hotline { get; set; } = new();
}

/// <summary>Section "Conversations:Hotline"; empty values are those of the catalogue, and left out of the card when it has none.</summary>
public sealed class HotlineOptions
{
    /// <summary>As people dial it.</summary>
    [StringLength(30)]
    public string Phone { get; set; } = "";

    [StringLength(200)]
    public string Address { get; set; } = "";

    /// <summary>In words, as the citizen reads them.</summary>
    [StringLength(200)]
    public string Hours { get; set; } = "";
}
