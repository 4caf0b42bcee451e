package org.zonedrift.verdict;

import java.util.List;
import java.util.Map;
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
 * @param nameServers the servers of parent and child, in canonical order, with their addresses
 * @param observations what each distinct address said, in the round that counts
 * @param primaries what the servers named in SOA MNAME fields said
 * @param rounds round 0 and the re-checks, where there were any; else empty
 * @param previous what an earlier run said, or null
 */
public record Evidence(
        Delegation delegation,
        List<NameServer> nameServers,
        Map<ServerAddress, Observation> observations,
        List<Primary> primaries,
        List<Round> rounds,
        @Nullable Previous previous) {

    /**
     * The host of one distinct MNAME and how its addresses answered.
     *
     * @param trouble why it has no address, or null
     */
    public record Primary(DomainName name, List<Observation> observations, NameServer.@Nullable Trouble trouble) {

        public Primary {
            observations = List.copyOf(observations);
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
            long rttNanos) {}

    public Evidence {
        nameServers = List.copyOf(nameServers);
        observations = Map.copyOf(observations);
        primaries = List.copyOf(primaries);
        rounds = List.copyOf(rounds);
    }
}
