using System.ComponentModel.DataAnnotations;

namespace Chatbot.Hotline.Files;

/// <summary>Section "CitizenFiles": what citizens send in a talk with an open case is fetched from the platform and kept with us.</summary>
public sealed class CitizenFileOptions
{
    public const string Section = "CitizenFiles";

    /// <summary>False: officials open them at the platform, as long as it keeps them.</summary>
    public bool Fetch { get; set; } = true;

    /// <summary>Ends of the names of hosts at which the platforms keep files, separated by commas; nothing is fetched from others, and never from an address inside a network.</summary>
    /// <remarks>Source: payload samples of both platforms, read on 20 November 2026; the lists of hosts are nowhere published.</remarks>
    [Required(AllowEmptyStrings = true)]
    public string Hosts { get; set; } = "zdn.vn,zadn.vn,dlfl.vn,dlmd.me,fbcdn.net,fbsbx.com";

    /// <summary>Hosts that may lie inside the network and at any port, separated by commas: stand-ins only.</summary>
    [Required(AllowEmptyStrings = true)]
    public string InnerHosts { get; set; } = "";

    /// <summary>Bytes of one file.</summary>
    [Range(1_024, 100 * 1024 * 1024)]
    public int Largest { get; set; } = 25 * 1024 * 1024;

    /// <summary>All the time that fetching one file may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);
}
