package org.zonedrift.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * A data file that ships inside the library, by name, version and hash, as a manifest lists it.
 *
 * @param sha256 of its octets, in hexadecimal
 */
public record DataFile(String name, String version, String sha256) {

    private static final String VERSIONS = "data-versions.properties";

    static DataFile describe(String name) {
        return new DataFile(name, versions().getProperty(name, "unknown"), sha256(octets(name)));
    }

    /** The lines of a bundled file, without their ends. */
    static List<String> lines(String name) {
        return new String(octets(name), StandardCharsets.UTF_8).lines().toList();
    }

    private static Properties versions() {
        try {
            Properties versions = new Properties();
            versions.load(new StringReader(new String(octets(VERSIONS), StandardCharsets.UTF_8)));
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] octets(String name) {
        try (InputStream file = DataFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the library was built without " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
