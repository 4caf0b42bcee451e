package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.MessageReader;
import org.zonedrift.zone.ServerAddress;

/** One port, the tries that wait on it, and the watch over what comes in. */
final class UdpPort implements DatagramListener {

    private static final int ID_MASK = 0xffff;
    private static final int ID_BITS = 16;

    private final UdpLane lane;
    private final UdpPorts family;
    private final PendingTries pending;
    private final DatagramPort port;
    private int sends;
    private boolean awaitsDeparture;

    /**
     * Opens the port.
     *
     * @throws java.io.UncheckedIOException if the machine has none to give
     */
    UdpPort(UdpLane lane, UdpPorts family, UdpLane.Supply supply, UnguessableNumbers numbers) {
        this.lane = lane;
        this.family = family;
        this.pending = new PendingTries(numbers);
        this.port = supply.open(this);
    }

    PendingTries pending() {
        return pending;
    }

    /** Sends a try; there must be a free id. */
    void send(Try next) {
        UdpQuestion asked = next.question();
        if (asked == null) {
            throw new IllegalStateException("a try without a question");
        }
        ServerAddress server = asked.server();
        int id = pending.add(next, server.socketAddress().hashCode());
        int ticket = sends++ << ID_BITS | id;
        int size = next.template().sizeFor(asked.name());
        ByteBuf datagram = port.buffer(size);
        next.template().write(datagram, id, asked.name(), asked.type());
        long now = lane.now();
        next.left(this, ticket, now);
        asked.sent(size, now);
        port.send(datagram, server, ticket);
        lane.departures().queued(this);
    }

    void release(Try ended) {
        pending.remove(ended);
        family.idFreed();
    }

    /** Notes that something waits here to leave; true if nothing did before. */
    boolean awaitDeparture() {
        boolean first = !awaitsDeparture;
        awaitsDeparture = true;
        return first;
    }

    boolean awaitsDeparture() {
        return awaitsDeparture;
    }

    void flush() {
        awaitsDeparture = false;
        port.flush();
    }

    void close() {
        port.close();
    }

    @Override
    public void received(ByteBuf datagram, InetSocketAddress from) {
        lane.departures().receiving();
        MessageReader reader = lane.reader();
        reader.load(datagram);
        int id = reader.id();
        Try meant = id == MessageReader.NO_ID ? null : pending.at(id);
        UdpQuestion asked = meant == null ? null : meant.question();
        if (meant == null || asked == null || !asked.server().isAt(from)) {
            notAnswering(id, from);
            return;
        }
        switch (reader.echo(asked.name(), asked.type())) {
            case MATCHES -> take(meant, asked, reader.message());
            case DIFFERS -> lane.faults().countQuestionMismatch();
            case UNREADABLE -> {
                lane.faults().countUnreadable();
                meant.noteUnreadable();
            }
        }
    }

    private void take(Try answered, UdpQuestion asked, @Nullable DnsMessage message) {
        if (message == null) {
            lane.faults().countUnreadable();
            asked.fail(answered, Silence.MALFORMED);
        } else {
            asked.replied(answered, message);
        }
    }

    private void notAnswering(int id, InetSocketAddress from) {
        if (id != MessageReader.NO_ID && pending.lastWentTo(id, from.hashCode())) {
            lane.faults().countStray();
            return;
        }
        // Whether we wait for anything from there is asked when a question to it ends.
        lane.faults().countSpoofSuspect();
        lane.suspects().add(from, lane.now());
    }

    @Override
    public void batchEnded() {
        lane.departures().batchEnded();
    }

    @Override
    public void undeliverable(int ticket) {
        Try lost = pending.at(ticket & ID_MASK);
        lane.faults().countUndeliverable();
        if (lost != null && lost.ticket() == ticket) {
            lane.failSoon(lost, Silence.NETWORK_ERROR);
        }
    }
}
