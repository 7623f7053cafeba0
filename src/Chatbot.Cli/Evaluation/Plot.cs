using System.Globalization;

namespace Chatbot.Cli.Evaluation;

/// <summary>Small pictures as SVG inside the page: no script, nothing from elsewhere.</summary>
internal static class Plot
{
    private const int Width = 260;
    private const int Height = 22;

    /// <summary>A bar from 0 to 1 with its interval; grey where the sample is small.</summary>
    public static string Bar(Figure figure, string label)
    {
        var (x, low, high) = (At(figure.Mean), At(figure.Low), At(figure.High));
        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg role="img" aria-label="{Html.Text(label)}" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}"><rect class="track" x="0" y="5" width="{Width}" height="12"/><rect class="{(figure.Count < 20 ? "few" : "bar")}" x="0" y="5" width="{x:0.#}" height="12"/><path class="whisker" d="M{low:0.#} 11H{high:0.#}M{low:0.#} 7V15M{high:0.#} 7V15"/></svg>""");
    }

    /// <summary>How often answers of each confidence were right: points on the line are honest, below it too sure.</summary>
    /// <param name="bins">Confidence, share right, and how many, by tenth.</param>
    public static string Calibration(IReadOnlyList<(double Confidence, double Right, int Count)> bins, string label)
    {
        const int side = 240;
        var most = Math.Max(1, bins.Max(b => b.Count));
        var points = string.Concat(bins.Select(b => string.Create(CultureInfo.InvariantCulture,
            $"""<circle class="point" cx="{30 + (b.Confidence * side):0.#}" cy="{10 + ((1 - b.Right) * side):0.#}" r="{3 + (7 * Math.Sqrt((double)b.Count / most)):0.#}"><title>{b.Count}</title></circle>""")));
        var marks = string.Concat(Enumerable.Range(0, 6).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"""<text x="{30 + (i * side / 5)}" y="{side + 26}" text-anchor="middle">{i * 20}%</text><text x="26" y="{14 + side - (i * side / 5)}" text-anchor="end">{i * 20}%</text>""")));
        return $"""<svg role="img" aria-label="{Html.Text(label)}" viewBox="0 0 300 280" width="300" height="280"><rect class="track" x="30" y="10" width="{side}" height="{side}"/><path class="line" d="M30 {10 + side}L{30 + side} 10"/>{points}{marks}</svg>""";
    }

    private static double At(double share) => Math.Clamp(share, 0, 1) * Width;
}
