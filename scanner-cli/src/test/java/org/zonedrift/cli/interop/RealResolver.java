package org.zonedrift.cli.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A resolver that somebody else wrote, on a free port of 127.0.0.1, with the zone bench.lab in it. */
final class RealResolver implements AutoCloseable {

    private static final int QUESTIONS_MAX = 200;
    private static final int PATIENCE_MILLIS = 100;
    private static final int NAMES = 100;
    private static final int PORTS_MAX = 3;

    private final String name;
    private final Process process;
    private final int port;

    private RealResolver(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** What the zone holds, as queries. */
    static String queries() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < NAMES; i++) {
            lines.append('n').append(i).append(".bench.lab A\n");
        }
        return lines.append("missing.bench.lab A\n").toString();
    }

    static RealResolver unbound(Path folder) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < NAMES; i++) {
            data.append("  local-data: \"n%d.bench.lab. 3600 IN A 192.0.2.%d\"%n".formatted(i, i + 1));
        }
        return start("unbound", Programs.need("unbound", "unbound"), folder, port -> {
            write(folder.resolve("unbound.conf"), """
                    server:
                      interface: 127.0.0.1
                      port: %d
                      num-threads: 1
                      do-daemonize: no
                      use-syslog: no
                      chroot: ""
                      username: ""
                      pidfile: ""
                      directory: "%s"
                      module-config: "iterator"
                      local-zone: "bench.lab." static
                    %sremote-control:
                      control-enable: no
                    """.formatted(port, folder, data));
            return List.of("-d", "-c", folder.resolve("unbound.conf").toString());
        });
    }

    static RealResolver bind(Path folder) {
        return start("bind", Programs.need("named", "bind9"), folder, port -> {
            write(folder.resolve("bench.zone"), zone());
            write(folder.resolve("named.conf"), """
                    options { directory "%1$s"; listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; };
                      recursion yes; pid-file none; session-keyfile none; dnssec-validation no; };
                    controls { };
                    zone "bench.lab" { type primary; file "bench.zone"; };
                    """.formatted(folder, port));
            return List.of("-g", "-n", "1", "-c", folder.resolve("named.conf").toString());
        });
    }

    static RealResolver powerDns(Path folder) {
        return start("pdns-recursor", Programs.need("pdns_recursor", "pdns-recursor"), folder, port -> {
            write(folder.resolve("bench.zone"), zone());
            return List.of(
                    "--config-dir=" + folder,
                    "--daemon=no",
                    "--socket-dir=" + folder,
                    "--local-address=127.0.0.1",
                    "--local-port=" + port,
                    "--auth-zones=bench.lab=" + folder.resolve("bench.zone"),
                    "--security-poll-suffix=",
                    "--dnssec=off");
        });
    }

    static RealResolver knot(Path folder) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < NAMES; i++) {
            data.append("hints.set('n%d.bench.lab 192.0.2.%d')%n".formatted(i, i + 1));
        }
        return start("knot-resolver", Programs.need("kresd", "knot-resolver"), folder, port -> {
            write(folder.resolve("kresd.conf"), """
                    net.listen('127.0.0.1', %d, { kind = 'dns' })
                    trust_anchors.remove('.')
                    modules = { 'hints > iterate' }
                    %spolicy.add(policy.suffix(policy.DENY, { todname('missing.bench.lab') }))
                    """.formatted(port, data));
            return List.of("-n", "-c", folder.resolve("kresd.conf").toString(), folder.toString());
        });
    }

    private static String zone() {
        StringBuilder zone = new StringBuilder("$ORIGIN bench.lab.\n$TTL 3600\n")
                .append("@ IN SOA ns1.bench.lab. hostmaster.bench.lab. 7 3600 600 604800 300\n@ IN NS ns1.bench.lab.\n")
                .append("ns1 IN A 127.0.0.1\n");
        for (int i = 0; i < NAMES; i++) {
            zone.append("n%d IN A 192.0.2.%d%n".formatted(i, i + 1));
        }
        return zone.toString();
    }

    /** Writes a configuration for a port, and answers the arguments that make the program read it. */
    @FunctionalInterface
    private interface Configuration {
        List<String> write(int port);
    }

    /** Somebody else may take the port before the resolver does: then it takes another. */
    private static RealResolver start(String name, Path program, Path folder, Configuration configuration) {
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve("log");
            for (int i = 0; i < PORTS_MAX; i++) {
                int port = freePort();
                List<String> command = new ArrayList<>(List.of(program.toString()));
                command.addAll(configuration.write(port));
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
                RealResolver resolver = new RealResolver(name, process, port);
                if (resolver.answers()) {
                    return resolver;
                }
                resolver.close();
            }
            throw new AssertionError(name + " does not answer:\n" + Files.readString(log, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasAnswered(DatagramSocket socket) throws IOException {
        try {
            socket.receive(new DatagramPacket(new byte[512], 512));
            return true;
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }

    /** Asks until it answers; a closed port refuses at once, so the wait is the kernel's. */
    private boolean answers() throws IOException {
        byte[] question = "\0\7\1\0\0\1\0\0\0\0\0\0\2n0\5bench\3lab\0\0\1\0\1".getBytes(StandardCharsets.ISO_8859_1);
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (int i = 0; i < QUESTIONS_MAX && process.isAlive(); i++) {
                socket.send(new DatagramPacket(question, question.length, loopback, port));
                if (hasAnswered(socket)) {
                    return process.isAlive();
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
