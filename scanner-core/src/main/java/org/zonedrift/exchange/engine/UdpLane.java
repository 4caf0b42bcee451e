package org.zonedrift.exchange.engine;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Lane;
import org.zonedrift.telemetry.DatagramFaults;
import org.zonedrift.wire.MessageReader;
import org.zonedrift.zone.AddressFamily;

/** What the ports and questions of one lane share. Confined to that lane. */
final class UdpLane {

    private final Lane lane;
    private final WheelTurner wheel;
    private final QuestionTemplates templates = new QuestionTemplates();
    private final MessageReader reader;
    private final SuspectSources suspects = new SuspectSources();
    private final DatagramFaults faults;
    private final Departures departures;
    private final Map<AddressFamily, UdpPorts> portsByFamily = new EnumMap<>(AddressFamily.class);

    private @Nullable Try firstFree;
    private boolean closed;

    UdpLane(Lane lane, Network network, UdpSettings settings, RandomGenerator random) {
        this.lane = lane;
        this.wheel = new WheelTurner(lane);
        this.reader = new MessageReader(settings.octets());
        this.faults = settings.faults();
        this.departures = new Departures(lane);
        UnguessableNumbers numbers = new UnguessableNumbers(random);
        for (AddressFamily family : AddressFamily.values()) {
            Supply supply = listener -> network.open(lane, family, listener);
            portsByFamily.put(family, new UdpPorts(this, supply, settings.portsPerFamily(), numbers));
        }
    }

    /** Where a new port comes from. */
    @FunctionalInterface
    interface Supply {
        DatagramPort open(DatagramListener listener);
    }

    /** Sends the try as soon as there is an id for it, or sees to it that its failure is heard. */
    void send(Try next) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        UdpQuestion asked = next.question();
        if (asked == null) {
            throw new IllegalStateException("a try without a question");
        }
        if (closed) {
            failSoon(next, Silence.CLOSED);
        } else if (!portsOf(asked.server().family()).send(next)) {
            failSoon(next, Silence.NETWORK_ERROR);
        }
    }

    private UdpPorts portsOf(AddressFamily family) {
        UdpPorts ports = portsByFamily.get(family);
        if (ports == null) {
            throw new IllegalStateException("no ports for " + family);
        }
        return ports;
    }

    /** Lets the failure be heard, but not from inside the call that found it. */
    void failSoon(Try failed, Silence why) {
        UdpQuestion asked = failed.question();
        int number = failed.number();
        if (asked != null) {
            lane.execute(() -> asked.fail(number, why));
        }
    }

    Try freshTry() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        Try free = firstFree;
        if (free == null) {
            return new Try(this);
        }
        firstFree = free.earlier();
        return free;
    }

    /** Takes back a try that has ended and that nobody refers to any more. */
    void recycle(Try ended) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        ended.follow(firstFree);
        firstFree = ended;
    }

    /** Lets every open question hear that nothing will come; later tries hear it at once. */
    void close() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        if (closed) {
            return;
        }
        closed = true;
        departures.flush();
        Set<UdpQuestion> open = new LinkedHashSet<>();
        portsByFamily.values().forEach(ports -> ports.collectQuestions(open));
        open.forEach(UdpQuestion::exchangeClosed);
        portsByFamily.values().forEach(UdpPorts::close);
    }

    long now() {
        return lane.now();
    }

    void execute(Runnable task) {
        lane.execute(task);
    }

    WheelTurner wheel() {
        return wheel;
    }

    QuestionTemplates templates() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        return templates;
    }

    MessageReader reader() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        return reader;
    }

    SuspectSources suspects() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        return suspects;
    }

    DatagramFaults faults() {
        return faults;
    }

    Departures departures() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        return departures;
    }
}
