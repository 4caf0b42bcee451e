package org.zonedrift.sim.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Copy;
import org.zonedrift.sim.world.Course;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.SimulatedZone.Sharing;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/**
 * Sets up one zone of the gallery: servers one after the other, each with what the calls before it
 * said, then what is expected.
 */
final class Staging {

    private static final long SERIAL = 2026110101L;
    private static final int FIRST_OTHER_PLACE = 100;

    private final Hall hall;
    private final DomainName apex;
    private final int number;
    private final List<Seat> seats = new ArrayList<>();
    private final List<Seat> hidden = new ArrayList<>();
    private final Set<String> must = new TreeSet<>();
    private final Set<String> mustNot = new TreeSet<>();
    private String wrong = "";
    private DomainName target;
    private DomainName home;
    private SoaRecord soa;
    private Course course = Course.fixed(SERIAL);
    private Listed listed = Listed.BOTH;
    private Verdict first = Verdict.CONSISTENT;
    private Verdict last = Verdict.CONSISTENT;
    private Reason reason = Reason.NONE;
    private Drift drift = Drift.NONE;
    private List<DomainName> apexNs = List.of();
    private Look look = Look.USUAL;
    private int servers;
    private int otherPlaces;

    Staging(Hall hall, String label, int number) {
        this.hall = hall;
        this.apex = Hall.EXHIBIT.child(label);
        this.number = number;
        this.target = apex;
        this.home = apex;
        DomainName mailbox = apex.child("hostmaster");
        this.soa = new SoaRecord(
                apex.child("ns1"), mailbox, SerialNumber.of(SERIAL), 7_200, 3_600, 1_209_600, 3_600, 3_600);
    }

    Staging wrong(String line) {
        wrong = line;
        return this;
    }

    DomainName apex() {
        return apex;
    }

    // What the next servers are like.

    Staging serial(long serial) {
        return serial(Course.fixed(serial));
    }

    Staging serial(Course next) {
        course = next;
        return this;
    }

    Staging soa(UnaryOperator<SoaRecord> change) {
        soa = change.apply(soa);
        return this;
    }

    Staging listedBy(Listed side) {
        listed = side;
        return this;
    }

    /** Names the next servers in a domain of an operator. */
    Staging operator(String word) {
        String label = apex.toString().substring(0, apex.toString().indexOf('.'));
        home = Hall.BACKSTAGE.child(label + "-" + word);
        return this;
    }

    /** Names the next servers in the zone itself again. */
    Staging atHome() {
        home = apex;
        return this;
    }

    /** Like {@link #operator}, with a primary and a mailbox of the operator's own. */
    Staging primaryAt(String word) {
        operator(word);
        return soa(s -> Soas.withSource(s, home.child("ns" + (servers + 1)), home.child("hostmaster")));
    }

    /** The next servers say that these serve the zone, whoever does. */
    Staging apexNs(String... labels) {
        apexNs = Arrays.stream(labels).map(apex::child).toList();
        return this;
    }

    // Servers.

    Staging server() {
        return server(Conduct.HONEST);
    }

    Staging servers(int count) {
        for (int i = 0; i < count; i++) {
            server();
        }
        return this;
    }

    Staging server(Conduct conduct) {
        long place = nextPlace();
        return seat(nextHost(), new long[] {place}, conduct);
    }

    /** A server with an IPv4 and an IPv6 address. */
    Staging dualServer() {
        long place = nextPlace();
        return seat(nextHost(), new long[] {place, Place.twin(place)}, Conduct.HONEST);
    }

    /** A server with an IPv6 address only. */
    Staging ipv6Server(Conduct conduct) {
        long place = Place.twin(nextPlace());
        return seat(nextHost(), new long[] {place}, conduct);
    }

    /** So many servers with so many addresses each. */
    Staging serversAt(int count, int addresses) {
        for (int server = 0; server < count; server++) {
            servers++;
            long[] places =
                    LongStream.range(0, addresses).map(i -> anotherPlace()).toArray();
            seat(nextHost(), places, Conduct.HONEST);
        }
        return this;
    }

    /** A server of which the parent knows another address than its own. */
    Staging serverWithOtherGlue() {
        long[] own = {nextPlace()};
        DomainName host = nextHost();
        long[] glue = {anotherPlace()};
        seats.add(new Seat(host, listed, own, glue, Conduct.HONEST, copy()));
        return this;
    }

    /** The server before this call, seen over IPv6: the same name, another version. */
    Staging sameOverIpv6() {
        Seat before = seats.get(seats.size() - 1);
        return seat(before.host(), new long[] {Place.twin(before.places()[0])}, Conduct.HONEST);
    }

    /** The address of the server before this call under another name. */
    Staging sameUnderOtherName() {
        Seat before = seats.get(seats.size() - 1);
        servers++;
        return seat(nextHost(), before.places(), before.conduct());
    }

    /** A server at an address that must not be asked. */
    Staging special(int... octets) {
        servers++;
        long place = Place.of(octets[0], octets[1], octets[2], octets[3]);
        return seat(nextHost(), new long[] {place}, Conduct.SPECIAL);
    }

    /** A name that leads nowhere. */
    Staging nowhere(DomainName host) {
        return seat(host, new long[0], Conduct.HONEST);
    }

    /** The next server's address, under a name that somebody else resolves. */
    Staging serverCalled(DomainName host) {
        long place = nextPlace();
        Seat seat = new Seat(host, listed, new long[] {place}, new long[0], Conduct.HONEST, copy());
        seats.add(seat);
        return this;
    }

    /** The address of a server that stands already. */
    long placeOf(DomainName host) {
        return seats.stream()
                .filter(seat -> seat.host().equals(host))
                .findFirst()
                .orElseThrow()
                .places()[0];
    }

    /** A server in no NS set, under this label. */
    Staging hidden(String label, Conduct conduct) {
        hidden.add(new Seat(apex.child(label), Listed.CHILD, new long[] {nextPlace()}, conduct, copy()));
        return this;
    }

    private Staging seat(DomainName host, long[] places, Conduct conduct) {
        seats.add(new Seat(host, listed, places, conduct, copy()));
        return this;
    }

    private DomainName nextHost() {
        return home.child("ns" + servers);
    }

    private long nextPlace() {
        return hall.place(number, ++servers);
    }

    /** An address that does not go by the server's number. */
    long anotherPlace() {
        return hall.place(number, FIRST_OTHER_PLACE + otherPlaces++);
    }

    private Copy copy() {
        return new Copy(soa, course, apexNs);
    }

    // What is expected.

    Staging expect(Verdict verdict, Reason why) {
        first = verdict;
        last = verdict;
        reason = why;
        return this;
    }

    Staging mismatch(Drift state) {
        drift = state;
        return expect(Verdict.MISMATCH, Reason.WITHIN_SOURCE);
    }

    /** Different at the first look, equal at the second. */
    Staging converges() {
        mismatch(Drift.CONVERGED);
        last = Verdict.CONSISTENT;
        reason = Reason.NONE;
        return must("transient-mismatch");
    }

    Staging drift(Drift state) {
        drift = state;
        return this;
    }

    Staging must(String... flags) {
        must.addAll(Arrays.asList(flags));
        return this;
    }

    Staging mustNot(String... flags) {
        mustNot.addAll(Arrays.asList(flags));
        return this;
    }

    /** With the usual options one would not see it. */
    Staging seenBy(Way way, String... details) {
        look = new Look(way, List.of(details));
        return this;
    }

    /** Another name than the zone's own is to be scanned. */
    Staging target(DomainName name) {
        target = name;
        return this;
    }

    /** Opens the zone to the public. */
    void end() {
        List<DomainName> childNs = Seats.childNs(seats);
        List<Seat> complete = Seats.withApexNs(seats, childNs);
        SimulatedZone zone = new SimulatedZone(
                apex, complete, new Sidekicks(Seats.withApexNs(hidden, childNs)), drift, Sharing.ONE_OPERATOR);
        hall.open(new Exhibit(wrong, zone, new Truth(target, first, last, reason, drift, must, mustNot), look));
    }
}
