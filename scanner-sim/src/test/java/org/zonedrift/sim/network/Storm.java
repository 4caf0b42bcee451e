package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.zonedrift.ExchangeAssembly;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Limits;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.Patience;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** Thousands of questions to servers of every temper through bad weather, all of it from one seed. */
final class Storm {

    static final int QUESTIONS = 2_000;
    static final int LANES = 2;

    private static final int PREFIXES = 6;
    private static final int HOSTS = 8;
    private static final int SOA = 6;
    private static final int TC = 0x0200;
    private static final int QR_AND_AA = 0x8400;
    private static final int RCODE_TROUBLE_MAX = 6;
    private static final int NXDOMAIN = 3;
    private static final double WORST = 0.15;
    private static final long RUSH_NANOS = Duration.ofSeconds(10).toNanos();

    /** Long enough for dead servers to be found dead. */
    private static final long ALL_NANOS = Duration.ofMinutes(2).toNanos();

    private static final Manner PROBE = Manner.authoritative(Purpose.PROBE);

    /** One datagram that left the scanner. */
    record Departure(long at, ServerAddress to) {}

    /** What a server does with a question. */
    private enum Temper {
        ANSWERS,
        TRUNCATES,
        TRUNCATES_WITHOUT_TCP,
        COMPLAINS,
        REFUSES_PACKETS,
        DEAD
    }

    final int perServer;
    final int total;
    final Mishaps mishaps;
    final List<Departure> departures = new ArrayList<>();
    final int[] ended = new int[QUESTIONS];
    final Map<String, Integer> endings = new HashMap<>();
    final Telemetry telemetry = new Telemetry(() -> 0);
    final long hash;
    int lies;

    Storm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.perServer = 10 + random.nextInt(40);
        this.total = 500 + random.nextInt(2_000);
        this.mishaps =
                new Mishaps(share(random), share(random), share(random), share(random), share(random), share(random));
        Weather weather = Weather.calm(Delay.logNormal(Duration.ofMillis(10 + random.nextInt(200)), 0.7))
                .with(mishaps);
        try (VirtualNetwork network = new VirtualNetwork(LANES, Climate.everywhere(weather), seed)) {
            putServers(network, random);
            network.watch((time, to, transport, octets) -> {
                if (transport == Transport.UDP) {
                    departures.add(new Departure(time, to));
                }
            });
            ask(network, random);
            network.runUntilIdle();
            this.hash = 31 * network.trace().hash() + endings.hashCode() + Arrays.hashCode(ended);
        }
    }

    /** Often nothing of a kind happens at all. */
    private static double share(SplittableRandom random) {
        return random.nextBoolean() ? 0 : WORST * random.nextDouble();
    }

    private void putServers(VirtualNetwork network, SplittableRandom random) {
        for (int i = 0; i < PREFIXES * HOSTS; i++) {
            // Every other one is as servers should be.
            Temper temper =
                    random.nextBoolean() ? Temper.ANSWERS : Temper.values()[random.nextInt(Temper.values().length)];
            int rcode = 1 + random.nextInt(RCODE_TROUBLE_MAX);
            put(network.servers(), address(i), temper, rcode == NXDOMAIN ? 0 : rcode);
        }
    }

    private static void put(Servers servers, ServerAddress address, Temper temper, int rcode) {
        switch (temper) {
            case ANSWERS -> servers.put(address, (query, back) -> reply(query, back, 0));
            case COMPLAINS -> servers.put(address, (query, back) -> reply(query, back, rcode));
            case TRUNCATES ->
                servers.put(address, (query, back) -> reply(query, back, back.transport() == Transport.UDP ? TC : 0));
            case TRUNCATES_WITHOUT_TCP -> servers.putDatagrams(address, (query, back) -> reply(query, back, TC));
            case REFUSES_PACKETS -> servers.putDatagrams(address, (query, back) -> back.refuse());
            case DEAD -> servers.putDatagrams(address, (query, back) -> {});
        }
    }

    private static void reply(ByteBuf query, ReturnPath back, int flags) {
        ByteBuf reply = back.buffer(query.readableBytes());
        reply.writeBytes(query, query.readerIndex(), query.readableBytes());
        reply.setShort(2, reply.getShort(2) | QR_AND_AA | flags);
        back.reply(reply, 0);
    }

    private void ask(VirtualNetwork network, SplittableRandom random) {
        Limits limits = new Limits(new Politeness(total, perServer));
        Patience patience = new Patience(Duration.ofMillis(400).toNanos(), 3);
        ExchangeAssembly assembly = new ExchangeAssembly(network, limits, patience, Transport.UDP);
        for (int number = 0; number < LANES; number++) {
            Lane lane = network.lanes().get(number);
            DnsExchange exchange = assembly.on(lane, telemetry, random.split());
            for (int i = number; i < QUESTIONS; i += LANES) {
                int question = i;
                ServerAddress server = address(random.nextInt(PREFIXES * HOSTS));
                long delay = random.nextLong(random.nextBoolean() ? RUSH_NANOS : ALL_NANOS);
                lane.execute(() -> lane.schedule(delay, () -> ask(exchange, question, server)));
            }
        }
    }

    private void ask(DnsExchange exchange, int number, ServerAddress server) {
        DomainName name = DomainName.parse("zone" + number + ".example");
        exchange.ask(new DnsQuestion(name, SOA, PROBE), server, answer -> {
            ended[number]++;
            endings.merge(ending(answer), 1, Integer::sum);
        });
    }

    private String ending(Answer answer) {
        if (answer instanceof Answer.Reply reply) {
            lies += reply.message().rcode() == NXDOMAIN ? 1 : 0;
            return "rcode " + reply.message().rcode();
        }
        return ((Answer.NoReply) answer).why().name();
    }

    private static ServerAddress address(int number) {
        return ServerAddress.of(new byte[] {(byte) 198, 51, (byte) (number / HOSTS), (byte) (1 + number % HOSTS)}, 53);
    }
}
