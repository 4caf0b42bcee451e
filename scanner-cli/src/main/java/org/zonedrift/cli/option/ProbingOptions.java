package org.zonedrift.cli.option;

import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.Asking;
import org.zonedrift.Asking.Replies;
import org.zonedrift.LookPlan;
import org.zonedrift.LookPlan.Besides;
import org.zonedrift.LookPlan.ComparedData;
import org.zonedrift.LookPlan.Occasion;
import org.zonedrift.LookPlan.Primaries;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.zone.AddressFamily;
import picocli.CommandLine.Option;

/** What every server address is asked, and how patiently. */
public final class ProbingOptions {

    @Option(names = "-4", description = "only over IPv4")
    boolean onlyIpv4;

    @Option(names = "-6", description = "only over IPv6")
    boolean onlyIpv6;

    @Option(
            names = "--child-ns",
            paramLabel = "one|all|none",
            defaultValue = "one",
            description = "of how many servers the zone's own NS set is asked (default: ${DEFAULT-VALUE})")
    ChildNs childNs = ChildNs.ONE;

    @Option(
            names = "--evidence",
            paramLabel = "WHAT,...",
            split = ",",
            defaultValue = "nsid,mname",
            description = "what to learn besides the serial: nsid, mname, expire, zoneversion, or none "
                    + "(default: ${DEFAULT-VALUE})")
    List<Evidence> evidence = List.of(Evidence.NSID, Evidence.MNAME);

    @Option(
            names = "--compare",
            paramLabel = "TYPE,...",
            split = ",",
            converter = RecordTypes.class,
            description = "record sets at the apex that must be the same everywhere, such as A,AAAA,MX; asked where "
                    + "serials differ (scan) or always (check)")
    List<Integer> compared = List.of();

    @Option(names = "--keep-replies", description = "keep the SOA replies of mismatches in the records, in base64")
    boolean keepReplies;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Durations.Wait.class,
            description = "the wait for a first answer; later tries wait longer (default: 1500ms; check: 400ms)")
    @Nullable
    Duration timeout;

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "3",
            converter = Numbers.Tries.class,
            description = "datagrams to one address before it counts as silent (default: ${DEFAULT-VALUE})")
    int tries = 3;

    @Option(names = "--tcp-only", description = "ask over TCP alone")
    boolean tcpOnly;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "53",
            converter = Numbers.Port.class,
            description = "where servers listen (default: ${DEFAULT-VALUE})")
    int port = 53;

    @Option(
            names = "--source-address",
            paramLabel = "IP",
            description = "send from this local address; once for each family")
    List<InetAddress> sources = List.of();

    /** What can be learnt from a server besides its SOA record. */
    enum Evidence {
        NSID,
        MNAME,
        EXPIRE,
        ZONEVERSION,
        NONE
    }

    public int port() {
        return port;
    }

    public List<InetAddress> sources() {
        return sources;
    }

    /** How patiently servers are asked, by a command that usually waits so long for a first answer. */
    public Asking asking(Duration usual) {
        return new Asking(timeout == null ? usual : timeout, tries, keepReplies ? Replies.KEPT : Replies.LEFT);
    }

    /** How closely zones are looked at, by a command that compares data on this occasion. */
    public LookPlan looks(List<Duration> rechecks, Occasion occasion, Besides besides) {
        return new LookPlan(
                childNs,
                evidence.contains(Evidence.MNAME) ? Primaries.ASKED : Primaries.LEFT_ALONE,
                rechecks,
                new ComparedData(compared, occasion),
                besides);
    }

    /** How SOA questions are put. */
    public Manner manner() {
        Set<EdnsOption> options = EnumSet.noneOf(EdnsOption.class);
        for (EdnsOption option : EdnsOption.values()) {
            if (evidence.stream().anyMatch(wanted -> wanted.name().equals(option.name()))) {
                options.add(option);
            }
        }
        Manner manner = Manner.authoritative(Purpose.PROBE).withOptions(options);
        return tcpOnly ? manner.over(Transport.TCP) : manner;
    }

    /** The families that the user wants. */
    public Set<AddressFamily> families() {
        if (onlyIpv4 == onlyIpv6) {
            return EnumSet.allOf(AddressFamily.class);
        }
        return EnumSet.of(onlyIpv4 ? AddressFamily.IPV4 : AddressFamily.IPV6);
    }
}
