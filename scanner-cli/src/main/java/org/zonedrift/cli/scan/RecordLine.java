package org.zonedrift.cli.scan;

import java.nio.charset.StandardCharsets;
import org.zonedrift.output.JsonBytes;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.RecordWriter.InputFiles;
import org.zonedrift.verdict.ZoneReport;

/** A report as a scan writes it, as one line of text. */
public final class RecordLine {

    private static final RecordWriter WRITER = new RecordWriter("", InputFiles.ONE);

    private RecordLine() {}

    /** Without a line feed. */
    public static String of(ZoneReport report) {
        JsonBytes bytes = new JsonBytes();
        WRITER.write(report, bytes);
        return new String(bytes.octets(), 0, bytes.length() - 1, StandardCharsets.UTF_8);
    }
}
