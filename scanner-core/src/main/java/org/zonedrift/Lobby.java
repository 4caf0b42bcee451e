package org.zonedrift;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.ZonesInFlight.Place;
import org.zonedrift.exchange.Bottleneck;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.KnownServers;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Lane.Alarm;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Where zones wait whose servers have so much to answer already that it will take a while: others
 * take their places among those in flight. Confined to one lane.
 */
final class Lobby {

    /** Shorter waits keep nobody's place for long. */
    private static final long LONG_WAIT = TimeUnit.SECONDS.toNanos(2);

    /** A zone goes on so long before its turn, so that no limit stands idle. */
    private static final long AHEAD = TimeUnit.SECONDS.toNanos(1);

    /** Limits change while zones wait for them. */
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(30);

    private final KnownServers known;
    private final Lane lane;

    Lobby(KnownServers known, Lane lane) {
        this.known = known;
        this.lane = lane;
    }

    /** Gives back what is seen of a zone when these servers can be asked soon; until then it is parked. */
    <S> Mono<S> hold(S seen, List<ServerAddress> servers, Place place) {
        long now = lane.now();
        Bottleneck bottleneck = known.bottleneck(servers, now);
        if (bottleneck.waitNanos(now) < LONG_WAIT) {
            return Mono.just(seen);
        }
        place.park();
        return Mono.<Void>create(sink -> new Guest(bottleneck, sink).sitDown()).thenReturn(seen);
    }

    /** The same exchange; a zone whose question must wait for long is parked. */
    DnsExchange parking(DnsExchange exchange, Place place) {
        return (question, server, done) -> {
            if (known.expectedWait(server, lane) >= LONG_WAIT) {
                place.park();
            }
            exchange.ask(question, server, done);
        };
    }

    /** One zone that waits. */
    private final class Guest {

        private final Bottleneck bottleneck;
        private final MonoSink<Void> sink;
        private Alarm alarm = () -> {};

        Guest(Bottleneck bottleneck, MonoSink<Void> sink) {
            this.bottleneck = bottleneck;
            this.sink = sink;
            bottleneck.park();
            sink.onDispose(this::leave);
        }

        void sitDown() {
            long left = bottleneck.waitNanos(lane.now()) - AHEAD;
            if (left > 0) {
                alarm = lane.schedule(Math.min(left, LOOK_AGAIN), this::sitDown);
            } else {
                sink.success();
            }
        }

        private void leave() {
            alarm.cancel();
            bottleneck.unpark();
        }
    }
}
