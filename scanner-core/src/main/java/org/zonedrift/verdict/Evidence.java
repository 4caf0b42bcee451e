package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;

/**
 * Everything that was seen of one zone; the judgement follows from it and from nothing else, so
 * it can be judged again from a written record.
 *
 * @param nameServers the servers of parent and child with their addresses; kept in canonical order
 * @param observations what each distinct address said in the round that counts, one for each
 *     address; kept in the order of the addresses
 * @param primaries what the hosts named in SOA MNAME fields said, where they are not servers of the
 *     zone themselves
 * @param rounds round 0 and the re-checks, where there were any; else empty
 * @param previous what an earlier run said, or null
 * @param reference the address against which the user measures the others, or null
 * @param probeSpreadMillis from the first to the last answer of round 0, or -1 without answers
 */
public record Evidence(
        Delegation delegation,
        List<NameServer> nameServers,
        List<Observation> observations,
        List<Primary> primaries,
        List<Round> rounds,
        @Nullable Previous previous,
        @Nullable ServerAddress reference,
        long probeSpreadMillis) {

    /**
     * The host of one distinct MNAME and how its addresses answered.
     *
     * @param trouble why it has no address, or null
     */
    public record Primary(DomainName name, List<Observation> observations, NameServer.@Nullable Trouble trouble) {

        public Primary {
            observations = byAddress(observations);
        }
    }

    /** One round of probes of all addresses, back to back. */
    public record Round(long atMillis, double afterSeconds, List<RoundAnswer> answers) {

        public Round {
            answers = List.copyOf(answers);
        }
    }

    /** What one address said in one round; absent parts are null or -1. */
    public record RoundAnswer(
            ServerAddress address,
            Outcome outcome,
            @Nullable SerialNumber serial,
            byte @Nullable [] nsid,
            long rttNanos) {

        /** What is kept of an observation for the comparison of rounds. */
        public static RoundAnswer of(Observation seen) {
            return new RoundAnswer(
                    seen.server(),
                    seen.outcome(),
                    seen.soa() == null ? null : seen.soa().serial(),
                    seen.edns() == null ? null : seen.edns().nsid(),
                    seen.course().rttNanos());
        }
    }

    private static final Comparator<NameServer> BY_HOST = Comparator.comparing(NameServer::host);
    private static final Comparator<Observation> BY_ADDRESS =
            (one, other) -> one.server().compareTo(other.server());
    private static final long NANOS_PER_MILLI = 1_000_000;

    public Evidence {
        nameServers = byHost(nameServers);
        observations = byAddress(observations);
        primaries = List.copyOf(primaries);
        rounds = List.copyOf(rounds);
    }

    /** The evidence of one round of probes. */
    public static Evidence of(
            Delegation delegation,
            List<NameServer> nameServers,
            List<Observation> observations,
            List<Primary> primaries) {
        return new Evidence(
                delegation, nameServers, observations, primaries, List.of(), null, null, spreadMillis(observations));
    }

    /** The same evidence, with what an earlier run said. */
    public Evidence after(@Nullable Previous earlier) {
        return new Evidence(
                delegation, nameServers, observations, primaries, rounds, earlier, reference, probeSpreadMillis);
    }

    /** The same evidence, measured against what this address says. */
    public Evidence measuredAgainst(@Nullable ServerAddress address) {
        return new Evidence(
                delegation, nameServers, observations, primaries, rounds, previous, address, probeSpreadMillis);
    }

    /** The same evidence of these servers and primaries, which all the rounds led to. */
    Evidence over(List<Round> allRounds, List<Observation> deciding, List<Primary> decidingPrimaries) {
        return new Evidence(
                delegation,
                nameServers,
                deciding,
                decidingPrimaries,
                allRounds,
                previous,
                reference,
                probeSpreadMillis);
    }

    /** The same evidence, where fuller observations take the place of those of the same servers. */
    public Evidence completedBy(List<Observation> fuller) {
        List<Observation> all = new ArrayList<>(observations);
        all.replaceAll(seen -> fuller.stream()
                .filter(more -> more.server().equals(seen.server()))
                .findFirst()
                .orElse(seen));
        return over(rounds, all, primaries);
    }

    /** What the same servers and primaries said another time. */
    public Evidence at(List<Observation> then, List<Primary> primariesThen) {
        return over(List.of(), then, primariesThen);
    }

    /** The same evidence, as if nobody had asked again. */
    Evidence withoutRounds() {
        return over(List.of(), observations, primaries);
    }

    /** What this address said, or null where it was not asked. */
    public @Nullable Observation observationOf(ServerAddress address) {
        int place = placeOf(address);
        return place < 0 ? null : observations.get(place);
    }

    /** Where among the observations that of this address stands; -1 where it was not asked. */
    int placeOf(ServerAddress address) {
        for (int i = 0; i < observations.size(); i++) {
            if (observations.get(i).server().equals(address)) {
                return i;
            }
        }
        return -1;
    }

    /** From the first to the last answer among these, in whole milliseconds as a record tells them; -1 without any. */
    public static long spreadMillis(List<Observation> observations) {
        long first = Long.MAX_VALUE;
        long last = -1;
        for (Observation seen : observations) {
            long at = seen.course().answeredAt();
            if (at >= 0) {
                first = Math.min(first, at / NANOS_PER_MILLI);
                last = Math.max(last, at / NANOS_PER_MILLI);
            }
        }
        return last < 0 ? -1 : last - first;
    }

    private static List<NameServer> byHost(List<NameServer> servers) {
        for (int i = 1; i < servers.size(); i++) {
            if (servers.get(i - 1).host().compareTo(servers.get(i).host()) > 0) {
                return servers.stream().sorted(BY_HOST).toList();
            }
        }
        return List.copyOf(servers);
    }

    /** Answers come as they come: every other zone has them in another order. */
    private static List<Observation> byAddress(List<Observation> seen) {
        for (int i = 1; i < seen.size(); i++) {
            if (seen.get(i - 1).server().compareTo(seen.get(i).server()) > 0) {
                Observation[] ordered = seen.toArray(new Observation[0]);
                Arrays.sort(ordered, BY_ADDRESS);
                return List.of(ordered);
            }
        }
        return List.copyOf(seen);
    }
}
