package org.zonedrift.cli.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.output.IndentedJson;

/**
 * The results as one page that needs nothing else: drawings, tables, and the whole of the JSON, out
 * of which every number in its tables is taken.
 */
final class HtmlReport {

    /** Which value of a row stands under which heading; a dot leads into an object. */
    private static final List<List<String>> SPEED = List.of(
            List.of("sent", "sent"),
            List.of("answered %", "answered_pct"),
            List.of("answers/s", "answered_qps"),
            List.of("lost %", "lost_pct"),
            List.of("failed %", "failure_pct"),
            List.of("mean ms", "latency_ms.mean"),
            List.of("p50", "latency_ms.p50"),
            List.of("p95", "latency_ms.p95"),
            List.of("p99", "latency_ms.p99"),
            List.of("max", "latency_ms.max"),
            List.of("p99 of all", "latency_with_timeouts_ms.p99"),
            List.of("capacity/s", "capacity_qps"));

    private static final List<List<String>> STANDING = List.of(
            List.of("at rest p50", "quiet_ms.p50"),
            List.of("than the fleet, ms", "paired.median_ms"),
            List.of("from cache, est.", "cache_hit_est"),
            List.of("send lag p99", "schedule_lag_ms.p99"),
            List.of("agrees", "judged.agrees"),
            List.of("wrong data", "judged.wrong-data"),
            List.of("rewritten", "judged.nxdomain-rewritten"),
            List.of("blocked", "judged.blocked"),
            List.of("unverified", "judged.unverified"));

    private static final List<List<String>> FRESHNESS = List.of(
            List.of("zones", "zones"),
            List.of("current", "current"),
            List.of("as some server of the zone", "as-some-server"),
            List.of("behind", "behind"),
            List.of("ahead", "ahead"),
            List.of("nothing shown", "nothing"),
            List.of("furthest behind, versions", "lag_max"));

    private final Results results;
    private final Map<String, Object> tree;
    private final StringBuilder page = new StringBuilder();

    HtmlReport(Results results, Map<String, Object> tree) {
        this.results = results;
        this.tree = tree;
    }

    String text() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Resolvers compared</title>\n<style>\n")
                .append(Html.STYLE)
                .append(Html.manners())
                .append("</style></head>\n<body>\n<h1>Resolvers compared</h1>\n");
        head();
        List<?> steps = list(tree, "steps");
        for (int i = 0; i < steps.size(); i++) {
            step((Map<?, ?>) steps.get(i), i);
        }
        freshness();
        page.append("<script type=\"application/json\" id=\"results\">\n")
                .append(Html.embedded(json()))
                .append("</script>\n</body></html>\n");
        return page.toString();
    }

    private String json() {
        return new IndentedJson().value(null, tree).toString();
    }

    private void head() {
        page.append("<p class=\"faint\">")
                .append(Html.escaped(String.valueOf(tree.getOrDefault("started", ""))))
                .append(
                        " · latency counts from when a query was due, so a stall cannot hide itself · datagrams dropped")
                .append(" at our own sockets: ")
                .append(at(tree, "host.dropped_at_our_sockets"))
                .append(" · pauses of this program: ")
                .append(at(tree, "host.jvm_pause_ms"))
                .append(" ms</p>\n");
    }

    private void step(Map<?, ?> step, int number) {
        Map<?, ?> load = map(step, "load");
        page.append("<h2>").append(Html.escaped(title(load))).append("</h2>\n");
        if ("closed".equals(load.get("kind"))) {
            page.append(
                            "<p class=\"warn\">Self-paced: a resolver that stalls is not asked meanwhile, so these latencies")
                    .append(" hide its pauses.</p>\n");
        }
        List<?> rows = list(step, "resolvers");
        if (rows.stream().anyMatch(row -> Boolean.TRUE.equals(((Map<?, ?>) row).get("generator_limited")))) {
            page.append("<p class=\"warn\">Some queries left too late: figures marked * are those of this machine, not")
                    .append(" of the resolver.</p>\n");
        }
        page.append(new StepCharts(results.steps().get(number), results).all());
        table(SPEED, rows);
        page.append("<h3>Beside itself at rest, and beside the others</h3>\n");
        table(STANDING, rows);
        rcodes(rows);
    }

    private static String title(Map<?, ?> load) {
        return switch (String.valueOf(load.get("kind"))) {
            case "closed" -> load.get("outstanding") + " queries waiting for each resolver (closed loop)";
            case "ramp" -> "From nothing to " + load.get("offered_qps") + " queries a second for each resolver";
            default -> load.get("offered_qps") + " queries a second for each resolver";
        };
    }

    /** The rows under those headings of which any row says something. */
    private void table(List<List<String>> columns, List<?> rows) {
        List<List<String>> shown = columns.stream()
                .filter(column -> rows.stream().anyMatch(row -> at((Map<?, ?>) row, column.get(1)) != null))
                .toList();
        page.append("<div class=\"scroll\"><table><thead><tr><th>resolver</th>");
        shown.forEach(column -> page.append("<th>").append(column.get(0)).append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < rows.size(); i++) {
            Map<?, ?> row = (Map<?, ?>) rows.get(i);
            page.append("<tr><td>").append(Html.key(i)).append(Html.escaped(String.valueOf(row.get("resolver"))));
            page.append(Boolean.TRUE.equals(row.get("generator_limited")) ? " *" : "")
                    .append("</td>");
            shown.forEach(column -> cell(row, column.get(1)));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private void cell(Map<?, ?> row, String path) {
        Object value = at(row, path);
        page.append("<td data-key=\"").append(path).append("\">");
        page.append(value == null ? "" : Html.escaped(String.valueOf(value))).append("</td>");
    }

    private void rcodes(List<?> rows) {
        page.append("<h3>Response codes</h3>\n<div class=\"scroll\"><table><tbody>\n");
        for (Object one : rows) {
            Map<?, ?> row = (Map<?, ?>) one;
            Map<?, ?> counts = map(row, "rcodes");
            double answered = at(row, "answered") instanceof Number number ? number.doubleValue() : 0;
            page.append("<tr><td>")
                    .append(Html.escaped(String.valueOf(row.get("resolver"))))
                    .append("</td><td>");
            page.append("<div class=\"bar\">");
            counts.forEach((code, count) -> page.append("<span class=\"")
                    .append(colour(String.valueOf(code)))
                    .append("\" style=\"width:")
                    .append(100 * doubled(count) / Math.max(1, answered))
                    .append("%\"></span>"));
            page.append("</div></td><td>");
            counts.forEach((code, count) -> page.append("<span data-key=\"rcodes.")
                    .append(code)
                    .append("\">")
                    .append(count)
                    .append("</span> ")
                    .append(code)
                    .append(" &nbsp;"));
            page.append("</td></tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private static double doubled(Object count) {
        return count instanceof Number number ? number.doubleValue() : 0;
    }

    private static String colour(String code) {
        return switch (code) {
            case "NOERROR" -> "c0";
            case "NXDOMAIN" -> "c1";
            case "SERVFAIL" -> "c2";
            default -> "c3";
        };
    }

    private void freshness() {
        List<?> rows = list(tree, "freshness");
        if (!rows.isEmpty()) {
            page.append("<h2>How old their data is</h2>\n<p>The serial of the SOA record that each resolver shows,")
                    .append(" beside those that the zones' own servers show.</p>\n");
            table(FRESHNESS, rows);
        }
    }

    private static List<?> list(Map<?, ?> tree, String path) {
        return at(tree, path) instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(Map<?, ?> tree, String path) {
        return at(tree, path) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** The value at the end of a path of keys, or null. */
    private static @Nullable Object at(Map<?, ?> tree, String path) {
        @Nullable Object value = tree;
        for (String key : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }
}
