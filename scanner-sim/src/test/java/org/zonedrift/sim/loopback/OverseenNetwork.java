package org.zonedrift.sim.loopback;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.engine.DatagramListener;
import org.zonedrift.exchange.engine.DatagramPort;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.exchange.engine.Stream;
import org.zonedrift.exchange.engine.StreamListener;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** Another network, of which whatever its lanes throw is kept: an event loop would only log it. */
final class OverseenNetwork implements Network {

    private final Network network;
    private final Map<Lane, Lane> innerLanes = new HashMap<>();
    private final List<Lane> lanes;
    private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();

    OverseenNetwork(Network network) {
        this.network = network;
        this.lanes = network.lanes().stream().map(this::overseen).toList();
    }

    private Lane overseen(Lane inner) {
        Lane lane = new OverseenLane(inner);
        innerLanes.put(lane, inner);
        return lane;
    }

    List<Throwable> thrown() {
        return List.copyOf(thrown);
    }

    private void oversee(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError e) {
            thrown.add(e);
            throw e;
        }
    }

    private final class OverseenLane implements Lane {

        private final Lane inner;

        OverseenLane(Lane inner) {
            this.inner = inner;
        }

        @Override
        public long now() {
            return inner.now();
        }

        @Override
        public void execute(Runnable task) {
            inner.execute(() -> oversee(task));
        }

        @Override
        public Alarm schedule(long delayNanos, Runnable task) {
            assert inner.isCurrent() : ELSEWHERE;
            return inner.schedule(delayNanos, () -> oversee(task));
        }

        @Override
        public boolean isCurrent() {
            return inner.isCurrent();
        }
    }

    @Override
    public List<? extends Lane> lanes() {
        return lanes;
    }

    @Override
    public boolean reaches(ServerAddress server) {
        return network.reaches(server);
    }

    @Override
    public DatagramPort open(Lane lane, AddressFamily family, DatagramListener listener) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        return network.open(innerLanes.get(lane), family, new DatagramListener() {

            @Override
            public void received(ByteBuf datagram, InetSocketAddress from) {
                assert lane.isCurrent() : Lane.ELSEWHERE;
                oversee(() -> listener.received(datagram, from));
            }

            @Override
            public void batchEnded() {
                oversee(listener::batchEnded);
            }

            @Override
            public void undeliverable(int ticket) {
                oversee(() -> listener.undeliverable(ticket));
            }
        });
    }

    @Override
    public Stream connect(Lane lane, ServerAddress server, StreamListener listener) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        return network.connect(innerLanes.get(lane), server, new StreamListener() {

            @Override
            public void connected() {
                oversee(listener::connected);
            }

            @Override
            public void received(ByteBuf octets) {
                oversee(() -> listener.received(octets));
            }

            @Override
            public void closed() {
                oversee(listener::closed);
            }
        });
    }

    @Override
    public long datagramsDroppedHere() {
        return network.datagramsDroppedHere();
    }

    @Override
    public void close() {
        network.close();
    }
}
