package org.zonedrift.sim.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.ServerAddress;

class SimulatedInternetTest {

    private static final int PATIENCE_MILLIS = 10_000;

    private static SimulatedInternet internet;

    @BeforeAll
    static void serve() {
        internet = SimulatedInternet.serve(new World(World.Origin.of(Profile.TOPLIST, 7, 1_000)), 0);
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    @Test
    void theRootNamesItsServersAndTheirAddresses() throws IOException {
        Message reply = askUdp(internet.rootServers().get(0).octets(), ".", Type.NS);
        assertThat(reply.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(reply.getSection(Section.ANSWER)).hasSize(3);
        assertThat(internet.rootHints()).contains("a.root-servers.sim.\t3600000\tIN\tA\t127.53.0.1");
    }

    @Test
    void referralsLeadFromTheRootToAnAuthoritativeSoa() throws IOException {
        SimulatedZone zone = consistentZone();
        Message fromRoot = askUdp(internet.rootServers().get(0).octets(), zone.apex() + ".", Type.NS);
        assertThat(fromRoot.getHeader().getFlag(Flags.AA)).isFalse();
        byte[] tldServer = fromRoot.getSection(Section.ADDITIONAL).get(0).rdataToWireCanonical();

        Message fromTld = askUdp(tldServer, zone.apex() + ".", Type.NS);
        assertThat(fromTld.getSection(Section.AUTHORITY))
                .extracting(ns -> ((NSRecord) ns).getTarget().toString(true))
                .containsExactlyElementsOf(
                        zone.parentNs().stream().map(Object::toString).toList());

        for (Seat seat : zone.seats()) {
            Message soa = askUdp(Place.octets(seat.places()[0]), zone.apex() + ".", Type.SOA);
            assertThat(soa.getHeader().getFlag(Flags.AA)).isTrue();
            assertThat(((SOARecord) soa.getSection(Section.ANSWER).get(0)).getSerial())
                    .isEqualTo(seat.copy().soaAt(0).serial().value());
        }
    }

    @Test
    void tcpGivesTheSameAnswerAsUdp() throws IOException {
        byte[] server = internet.rootServers().get(1).octets();
        assertThat(askTcp(server, "sim.", Type.NS).sectionToString(Section.AUTHORITY))
                .isEqualTo(askUdp(server, "sim.", Type.NS).sectionToString(Section.AUTHORITY));
    }

    @Test
    void repliesLeaveFromTheAddressThatWasAsked() throws IOException {
        for (ServerAddress server : internet.rootServers()) {
            assertThat(askUdp(server.octets(), ".", Type.SOA).getHeader().getFlag(Flags.AA))
                    .as("a connected socket takes nothing from elsewhere: " + server)
                    .isTrue();
        }
    }

    @Test
    void aPortBelongsToOneInternetOnly() {
        World other = new World(World.Origin.of(Profile.TLD, 8, 10));
        assertThatThrownBy(() -> SimulatedInternet.serve(other, internet.port()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aPortThatSomebodyHasOnOneAddressOnlyIsNotTaken() throws IOException {
        try (DatagramSocket somebody = new DatagramSocket(0, InetAddress.getByName("127.99.0.1"))) {
            World other = new World(World.Origin.of(Profile.TLD, 8, 10));
            assertThatThrownBy(() -> SimulatedInternet.serve(other, somebody.getLocalPort()))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static SimulatedZone consistentZone() {
        for (long number = 0; ; number++) {
            SimulatedZone zone = internet.world().zone(number);
            if (zone != null && internet.world().truth(number).verdict() == Verdict.CONSISTENT) {
                return zone;
            }
        }
    }

    private static Message askUdp(byte[] server, String name, int type) throws IOException {
        byte[] query = query(name, type);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(InetAddress.getByAddress(server), internet.port());
            socket.send(new DatagramPacket(query, query.length));
            DatagramPacket reply = new DatagramPacket(new byte[4_096], 4_096);
            socket.receive(reply);
            return new Message(Arrays.copyOf(reply.getData(), reply.getLength()));
        }
    }

    private static Message askTcp(byte[] server, String name, int type) throws IOException {
        byte[] query = query(name, type);
        try (Socket socket = new Socket(InetAddress.getByAddress(server), internet.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(query.length >>> 8);
            out.write(query.length);
            out.write(query);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return new Message(in.readNBytes(in.readUnsignedShort()));
        }
    }

    private static byte[] query(String name, int type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN))
                .toWire();
    }
}
