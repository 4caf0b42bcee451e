package org.zonedrift.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.output.IndentedJson;
import picocli.CommandLine.Option;

/** Where results go besides the terminal. */
public final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "everything, as JSON")
    @Nullable
    Path json;

    @Option(names = "--hlog", paramLabel = "DIR", description = "latencies as HdrHistogram logs")
    @Nullable
    Path hlog;

    @Option(names = "--html", paramLabel = "FILE", description = "one page with drawings, which needs nothing else")
    @Nullable
    Path html;

    /** Fails before anything is measured if the results could not be written afterwards. */
    void check() {
        for (Path file : new Path[] {json, html}) {
            Path folder = file == null ? null : file.toAbsolutePath().getParent();
            if (file != null && folder != null && !Files.isDirectory(folder)) {
                throw Refusal.cannot(file + " cannot be written: there is no folder " + folder);
            }
        }
    }

    void write(Results results) {
        Map<String, Object> tree = new ResultTree(results).tree();
        try {
            if (json != null) {
                Files.writeString(json, new IndentedJson().value(null, tree).toString());
            }
            if (hlog != null) {
                new HistogramLogs(results).writeTo(hlog);
            }
            if (html != null) {
                Files.writeString(html, new HtmlReport(results, tree).text());
            }
        } catch (IOException e) {
            throw Refusal.cannot("results cannot be written: " + e.getMessage());
        }
    }
}
