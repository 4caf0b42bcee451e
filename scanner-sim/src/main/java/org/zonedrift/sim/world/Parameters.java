package org.zonedrift.sim.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/** The parameters of a world: one versioned file, seen through a profile. */
public final class Parameters {

    private static final String FILE = "parameters.properties";

    private final Properties properties;
    private final String prefix;

    private Parameters(Properties properties, Profile profile) {
        this.properties = properties;
        this.prefix = profile.key() + ".";
    }

    /** The parameters that the program carries. */
    public static Parameters of(Profile profile) {
        Properties properties = new Properties();
        try (InputStream in = Parameters.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Parameters(properties, profile);
    }

    /** The version of the file, for reports. */
    public String version() {
        return text("version");
    }

    /** Serials that do not move were drawn before this instant. */
    public Instant referenceInstant() {
        return Instant.parse(text("reference.instant"));
    }

    double number(String key) {
        return Double.parseDouble(text(key));
    }

    /** Several numbers with blanks between them. */
    double[] numbers(String key) {
        String[] parts = text(key).split("\\s+");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    Shares shares(String key) {
        return Shares.parse(text(key));
    }

    private String text(String key) {
        String value = properties.getProperty(prefix + key, properties.getProperty(key));
        if (value == null) {
            throw new IllegalStateException("no parameter " + key);
        }
        return value.trim();
    }
}
