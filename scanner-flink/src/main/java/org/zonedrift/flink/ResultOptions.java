package org.zonedrift.flink;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.output.Emit;
import org.zonedrift.verdict.Verdict;
import picocli.CommandLine.Option;

/** Where results go. */
final class ResultOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "folder of result files, on any file system of Flink")
    String folder = "";

    @Option(
            names = "--compression",
            paramLabel = "zst|gz|none",
            defaultValue = "zst",
            description = "how result files are packed (default: ${DEFAULT-VALUE})")
    String compression = "zst";

    @Option(
            names = "--emit",
            paramLabel = "mismatch|issues|all",
            defaultValue = "all",
            description = "which records are written; all are counted (default: ${DEFAULT-VALUE})")
    Emit emit = Emit.ALL;

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT,...",
            split = ",",
            description = "let the client fail if one of these verdicts occurred")
    List<Verdict> failOn = List.of();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            defaultValue = "",
            description = "where to say how it was done, on any file system of Flink")
    String manifest = "";

    @Option(
            names = "--note",
            paramLabel = "KEY=VALUE",
            description = "something that the manifest shall say, such as vantage=Oslo; repeatable")
    Map<String, String> notes = new TreeMap<>();

    /** Of the names of result files. */
    String ending() {
        return switch (compression) {
            case "none" -> ".ndjson";
            case "gz", "zst" -> ".ndjson." + compression;
            default -> throw Refusal.wrongUsage("--compression " + compression + ": zst, gz or none");
        };
    }
}
