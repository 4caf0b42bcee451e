package org.zonedrift.cli.interop;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own, with a loopback interface and nothing else: no packet can leave it, and what runs in it may
 * use any address. Whatever was started in it ends with it, also when this JVM is killed: the first process of the
 * namespace waits for its standard input to end, and the kernel ends the rest together with it.
 */
public final class NetworkNamespace implements AutoCloseable {

    private static final String READY = "ready";
    private static final long PATIENCE_SECONDS = 20;

    private final Process holder;
    private final long first;
    private final boolean root;

    private NetworkNamespace(Process holder, long first, boolean root) {
        this.holder = holder;
        this.first = first;
        this.root = root;
    }

    /** A namespace with these addresses; the test that asks for it is skipped where that is not allowed. */
    public static NetworkNamespace with(Collection<String> addresses) {
        // Routes that lead nowhere: a host without any counts as one that lacks IPv4 and IPv6.
        List<String> commands =
                new ArrayList<>(List.of("ip route add default dev lo", "ip -6 route add default dev lo"));
        for (String address : addresses) {
            commands.add("ip addr add " + address + (address.contains(":") ? "/128 nodad dev lo" : "/8 dev lo"));
        }
        return after(commands);
    }

    /** A namespace in which these commands have run, after its loopback device has come up. */
    static NetworkNamespace after(List<String> commands) {
        Programs.need("unshare", "util-linux");
        Programs.need("ip", "iproute2");
        boolean root = "root".equals(System.getProperty("user.name"));
        StringBuilder script = new StringBuilder("ip link set lo up");
        commands.forEach(each -> script.append(" && ").append(each));
        script.append(" && echo " + READY + " && exec cat");
        List<String> command = new ArrayList<>(List.of("unshare", "--net", "--pid", "--fork", "--kill-child"));
        if (!root) {
            command.add("--map-root-user");
        }
        command.addAll(List.of("sh", "-c", script.toString()));
        return started(command, root);
    }

    private static NetworkNamespace started(List<String> command, boolean root) {
        try {
            Process holder =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader said = holder.inputReader();
            String line = said.readLine();
            if (!READY.equals(line)) {
                holder.destroyForcibly();
                // A namespace may be forbidden (in some containers): nothing but another machine helps.
                abort("needs: util-linux (and the right to make a network namespace: " + line + ")");
            }
            long first = holder.children()
                    .findFirst()
                    .map(ProcessHandle::pid)
                    .orElseThrow(() -> new IllegalStateException("the namespace ended at once"));
            return new NetworkNamespace(holder, first, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command that runs in here, and ends when the namespace does. */
    public ProcessBuilder command(List<String> command) {
        List<String> inside = new ArrayList<>(List.of("nsenter", "--net", "--pid", "--target", String.valueOf(first)));
        if (!root) {
            inside.addAll(List.of("--user", "--preserve-credentials"));
        }
        inside.addAll(command);
        return new ProcessBuilder(inside);
    }

    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
            if (!holder.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                holder.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            holder.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
