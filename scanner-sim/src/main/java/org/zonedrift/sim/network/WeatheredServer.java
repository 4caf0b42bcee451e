package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.zone.ServerAddress;

/**
 * Servers behind weather, for carriers that have none of their own, such as sockets on loopback. The
 * way there and the way back are waited for together, before the reply. Belongs to one thread.
 */
public final class WeatheredServer implements DnsServer {

    /** A forger sits nearer than the server: its datagrams win the race. */
    private static final int FORGERS_LEAD = 2;

    /** How long TCP waits before it sends a first time again; then twice as long. */
    private static final long FIRST_RESEND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int MOST_RESENDS = 6;

    private final DnsServer server;
    private final Climate climate;
    private final Chance chance;

    /** One for each address that limits its answers. */
    private final Map<ServerAddress, TokenBucket> patience = new HashMap<>();

    /** The same seed and the same questions in the same order fare the same. */
    public WeatheredServer(DnsServer server, Climate climate, long seed) {
        this.server = server;
        this.climate = climate;
        this.chance = new Chance(new SplittableRandom(seed));
    }

    @Override
    public void received(ByteBuf query, ReturnPath back) {
        Weather weather = climate.at(back.server());
        if (back.transport() == Transport.TCP) {
            server.received(query, new Way(back, weather));
            return;
        }
        if (chance.loses(weather, back.now())) {
            return;
        }
        Way way = new Way(back, weather);
        if (isBorne(weather, back)) {
            server.received(query, way);
        } else if (bucket(weather, back).slips()) {
            way.reply(Mangling.slipped(query), 0);
        }
    }

    private boolean isBorne(Weather weather, ReturnPath back) {
        return !weather.limit().exists() || bucket(weather, back).take(back.now());
    }

    private TokenBucket bucket(Weather weather, ReturnPath back) {
        return patience.computeIfAbsent(back.server(), at -> new TokenBucket(weather.limit(), back.now()));
    }

    private long roundTripNanos(Weather weather) {
        return chance.travelNanos(weather) + chance.thinkNanos(weather) + chance.travelNanos(weather);
    }

    /** The way back, with all that can befall replies. */
    private final class Way implements ReturnPath {

        private final ReturnPath back;
        private final Weather weather;

        Way(ReturnPath back, Weather weather) {
            this.back = back;
            this.weather = weather;
        }

        @Override
        public ServerAddress server() {
            return back.server();
        }

        @Override
        public InetSocketAddress client() {
            return back.client();
        }

        @Override
        public Transport transport() {
            return back.transport();
        }

        @Override
        public long now() {
            return back.now();
        }

        @Override
        public ByteBuf buffer(int capacity) {
            return back.buffer(capacity);
        }

        @Override
        public void reply(ByteBuf reply, long thinkNanos) {
            if (back.transport() == Transport.TCP) {
                arriveInTheEnd(reply, thinkNanos);
            } else {
                replyFrom(back.server().socketAddress(), reply, thinkNanos);
            }
        }

        /** TCP sends again what was lost, later each time, until it gives up. */
        private void arriveInTheEnd(ByteBuf reply, long thinkNanos) {
            long waited = 0;
            for (int resend = 0; resend < MOST_RESENDS; resend++) {
                if (!chance.loses(weather, back.now() + waited)) {
                    back.reply(reply, thinkNanos + waited + roundTripNanos(weather));
                    return;
                }
                waited += FIRST_RESEND_NANOS << resend;
            }
            reply.release();
        }

        @Override
        public void replyFrom(InetSocketAddress source, ByteBuf reply, long thinkNanos) {
            long under = thinkNanos + roundTripNanos(weather);
            forge(source, reply, under / FORGERS_LEAD);
            if (chance.loses(weather, back.now())) {
                reply.release();
                return;
            }
            Mishaps mishaps = weather.mishaps();
            if (chance.happens(mishaps.duplication())) {
                back.replyFrom(source, reply.copy(), thinkNanos + roundTripNanos(weather));
            }
            if (chance.happens(mishaps.corruption())) {
                Mangling.corrupt(reply, chance.random());
            }
            back.replyFrom(source, reply, under);
        }

        private void forge(InetSocketAddress source, ByteBuf reply, long nanos) {
            if (chance.happens(weather.mishaps().forgedId())) {
                back.replyFrom(source, Mangling.withWrongId(reply, chance.random()), nanos);
            }
            if (chance.happens(weather.mishaps().forgedSource())) {
                back.replyFrom(Mangling.elsewhere(source), Mangling.lie(reply), nanos);
            }
        }

        @Override
        public void refuse() {
            back.refuse();
        }
    }
}
