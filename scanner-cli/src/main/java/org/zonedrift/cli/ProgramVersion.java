package org.zonedrift.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** What this build is called, from the manifest of the jar it runs from. */
public final class ProgramVersion implements IVersionProvider {

    /** Where the build writes the commit. */
    private static final String COMMIT = "Implementation-Commit";

    @Override
    public String[] getVersion() {
        return new String[] {
            "zonedrift " + version() + " (commit " + commit() + ")",
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }

    /** The version, or "development" where the program does not run from its jar. */
    public static String version() {
        return attribute(Attributes.Name.IMPLEMENTATION_VERSION.toString(), "development");
    }

    /** The commit that was built, or "unknown". */
    public static String commit() {
        return attribute(COMMIT, "unknown");
    }

    private static String attribute(String name, String otherwise) {
        URL self = ProgramVersion.class.getResource("ProgramVersion.class");
        if (self == null || !self.getProtocol().equals("jar")) {
            return otherwise;
        }
        String jar = self.toString().substring(0, self.toString().indexOf("!/") + 2);
        try (InputStream manifest =
                URI.create(jar + "META-INF/MANIFEST.MF").toURL().openStream()) {
            String value = new Manifest(manifest).getMainAttributes().getValue(name);
            return value == null ? otherwise : value;
        } catch (IOException unreadable) {
            return otherwise;
        }
    }
}
