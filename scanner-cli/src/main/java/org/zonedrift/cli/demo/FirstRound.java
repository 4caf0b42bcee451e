package org.zonedrift.cli.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;

/**
 * What a script would have seen that asked every name server once: for each host, the replies of
 * its addresses in order.
 */
record FirstRound(List<List<Shown>> hosts) {

    /** What one address showed of the zone; the serial is null where it showed none. */
    record Shown(Outcome outcome, @Nullable SerialNumber serial) {

        private static final Shown NOTHING = new Shown(Outcome.TIMEOUT, null);

        /** What {@code dig +short} prints: whatever stands in the answer section, or nothing. */
        String digShort() {
            boolean inAnswer = outcome == Outcome.OK || outcome == Outcome.NON_AUTHORITATIVE;
            return inAnswer && serial != null ? serial.toString() : "";
        }
    }

    /** The round before any re-check. */
    static FirstRound of(Evidence evidence) {
        Map<ServerAddress, Shown> shown = shownBy(evidence);
        List<List<Shown>> hosts = new ArrayList<>();
        for (NameServer server : evidence.nameServers()) {
            List<Shown> replies = new ArrayList<>();
            for (NameServer.Located located : server.addresses()) {
                replies.add(shown.getOrDefault(located.address(), Shown.NOTHING));
            }
            hosts.add(replies);
        }
        return new FirstRound(hosts);
    }

    private static Map<ServerAddress, Shown> shownBy(Evidence evidence) {
        Map<ServerAddress, Shown> shown = new HashMap<>();
        for (Observation seen : evidence.observations()) {
            shown.put(
                    seen.server(),
                    new Shown(
                            seen.outcome(),
                            seen.soa() == null ? null : seen.soa().serial()));
        }
        if (!evidence.rounds().isEmpty()) {
            for (Evidence.RoundAnswer answer : evidence.rounds().get(0).answers()) {
                shown.put(answer.address(), new Shown(answer.outcome(), answer.serial()));
            }
        }
        return shown;
    }

    /** What {@code dig +short} prints at each address. */
    List<String> atEveryAddress() {
        return hosts.stream().flatMap(List::stream).map(Shown::digShort).toList();
    }

    /** What {@code dig +short @host} prints: it takes the first address of the host. */
    List<String> atEveryHost() {
        return hosts.stream()
                .map(replies -> replies.isEmpty() ? "" : replies.get(0).digShort())
                .toList();
    }
}
