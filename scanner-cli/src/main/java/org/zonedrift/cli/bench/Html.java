package org.zonedrift.cli.bench;

/** What every part of the page shares: escaping, and the manners in which resolvers are drawn. */
final class Html {

    /** Colours that stay apart for those who see few of them; dashes for those who print. */
    static final int MANNERS = 8;

    static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 16px/1.45 system-ui, sans-serif; color: #1b1b1b; background: #fff;
              max-width: 66rem; margin: 0 auto; padding: 1rem; }
            h1 { font-size: 1.5rem; margin: 0 0 .3rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
            p { margin: .4rem 0; max-width: 46rem; } .faint { color: #555; font-size: .9rem; }
            .warn { background: #fff3cd; border-left: 4px solid #b07d00; padding: .4rem .7rem; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; }
            th, td { padding: .3rem .6rem; text-align: right; white-space: nowrap;
              border-bottom: 1px solid #ddd; font-variant-numeric: tabular-nums; }
            th:first-child, td:first-child { text-align: left; position: sticky; left: 0; background: #fff; }
            th { font-weight: 600; border-bottom: 2px solid #888; vertical-align: bottom; }
            .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 1rem; }
            figure { margin: 0; break-inside: avoid; } figcaption { font-weight: 600; font-size: .95rem; }
            svg { width: 100%; height: auto; display: block; } svg text { font: 12px system-ui, sans-serif; fill: #333; }
            .grid { stroke: #e3e3e3; } .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
            .key { display: inline-block; width: 2rem; height: .75rem; margin-right: .4rem; vertical-align: middle; }
            .bar { display: flex; height: 1rem; width: 12rem; background: #eee; } .bar span { display: block; }
            .c0 { background: #0072b2; } .c1 { background: #56b4e9; } .c2 { background: #d55e00; } .c3 { background: #999; }
            @media print { body { max-width: none; font-size: 11pt; } .scroll { overflow: visible; }
              .scroll, tr, svg { break-inside: avoid; } table { font-size: 8pt; } h2, h3 { break-after: avoid; }
              .charts { grid-template-columns: 1fr 1fr; }
              .bar, .bar span { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
            """;

    private static final String[] COLOURS = {
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#8a6d00", "#000000", "#7a52c7"
    };
    private static final String[] DASHES = {"none", "7 3", "2 3", "9 3 2 3", "none", "7 3", "2 3", "9 3 2 3"};

    private Html() {}

    /** How the lines and dots of each resolver look. */
    static String manners() {
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < MANNERS; i++) {
            css.append(".line.r")
                    .append(i)
                    .append(" { stroke: ")
                    .append(COLOURS[i])
                    .append("; stroke-dasharray: ");
            css.append(DASHES[i])
                    .append("; } .dot.r")
                    .append(i)
                    .append(" { fill: ")
                    .append(COLOURS[i])
                    .append("; }\n");
        }
        return css.toString();
    }

    /** A piece of the line by which a resolver is drawn. */
    static String key(int resolver) {
        return "<svg class=\"key\" viewBox=\"0 0 32 12\" aria-hidden=\"true\"><path class=\"line r" + resolver % MANNERS
                + "\" d=\"M0 6L32 6\"/></svg>";
    }

    /** JSON that says the same and cannot end, or hide the end of, the script element that holds it. */
    static String embedded(String json) {
        return json.replace("<", "\\u003c");
    }

    /** Harmless between tags and in quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
