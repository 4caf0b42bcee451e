package org.zonedrift.cli.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.operator.DataFile;
import org.zonedrift.operator.ProviderTable;
import org.zonedrift.operator.PublicSuffixes;
import org.zonedrift.output.RecordSchema;
import org.zonedrift.output.RecordSchema.UnknownKeys;
import org.zonedrift.safety.ExclusionFiles;
import org.zonedrift.safety.SpecialAddresses;

/** What a scan was made with: the program, and the data that came with it. */
final class Provenance {

    private Provenance() {}

    static Map<String, Object> tool() {
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("name", "zonedrift");
        tool.put("version", ProgramVersion.version());
        tool.put("commit", ProgramVersion.commit());
        tool.put("java_version", System.getProperty("java.version"));
        tool.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        tool.put("cpus", Runtime.getRuntime().availableProcessors());
        return tool;
    }

    /**
     * The data that decide who is asked and what is concluded.
     *
     * @param rootHints as they are written
     * @param exclusions every state of the files that was in force
     */
    static Map<String, Object> data(String rootHints, List<ExclusionFiles.Version> exclusions) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("public_suffix_list", file(PublicSuffixes.file()));
        data.put("provider_table", file(ProviderTable.file()));
        data.put("root_hints", Map.of("sha256", sha256(rootHints)));
        Map<String, Object> registry = new LinkedHashMap<>();
        registry.put("version", SpecialAddresses.REGISTRY_DATE);
        registry.put("sha256", sha256(SpecialAddresses.text()));
        data.put("special_registry", registry);
        data.put("exclusions", exclusions.stream().map(Provenance::exclusion).toList());
        data.put("json_schema_sha256", sha256(RecordSchema.text(UnknownKeys.ALLOWED)));
        return data;
    }

    private static Map<String, Object> exclusion(ExclusionFiles.Version version) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", version.file().toString());
        entry.put("sha256", version.sha256());
        return entry;
    }

    private static Map<String, Object> file(DataFile file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("version", file.version());
        entry.put("sha256", file.sha256());
        return entry;
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
