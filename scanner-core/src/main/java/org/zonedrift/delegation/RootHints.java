package org.zonedrift.delegation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;
import org.zonedrift.zone.ServerAddress;

/** Where to begin: the root's servers, as a hints file in master-file form names them. */
public record RootHints(List<DomainName> hosts, List<Glue> glue) {

    /** Far more lines than any hints file has. */
    private static final int LINES_MAX = 10_000;

    public RootHints {
        hosts = List.copyOf(new TreeSet<>(hosts));
        glue = List.copyOf(glue);
    }

    /** The text that ships with the program. */
    public static String builtInText() {
        try (InputStream resource = RootHints.class.getResourceAsStream("named.root")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root servers of the Internet. */
    public static RootHints builtIn(int port) {
        try (BufferedReader lines = new BufferedReader(new StringReader(builtInText()))) {
            return read(lines, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The root servers of a private name space, or of a newer list.
     *
     * @throws IOException if the file cannot be read or names no server with an address
     */
    public static RootHints read(Path file, int port) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(lines, port);
        }
    }

    private static RootHints read(BufferedReader lines, int port) throws IOException {
        List<DomainName> hosts = new ArrayList<>();
        List<Glue> glue = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (++number > LINES_MAX) {
                throw new IOException("more than " + LINES_MAX + " lines of root hints");
            }
            readLine(line, number, port, hosts, glue);
        }
        glue.removeIf(entry -> !hosts.contains(entry.host()));
        if (glue.isEmpty()) {
            throw new IOException("the root hints name no server with an address");
        }
        return new RootHints(hosts, glue);
    }

    private static void readLine(String line, int number, int port, List<DomainName> hosts, List<Glue> glue)
            throws IOException {
        String[] fields = line.replaceFirst(";.*", "").trim().split("\\s+", -1);
        if (fields.length < 3) {
            return;
        }
        String data = fields[fields.length - 1];
        String type = fields[fields.length - 2].toUpperCase(Locale.ROOT);
        try {
            if (type.equals("NS") && fields[0].equals(".")) {
                hosts.add(DomainName.parse(data));
            } else if (type.equals("A") || type.equals("AAAA")) {
                byte[] octets = AddressText.parse(data)
                        .orElseThrow(() -> new IOException("line " + number + " of the root hints: no address"));
                glue.add(new Glue(DomainName.parse(fields[0]), ServerAddress.of(octets, port)));
            }
        } catch (MalformedNameException e) {
            throw new IOException("line " + number + " of the root hints: " + e.getMessage(), e);
        }
    }
}
