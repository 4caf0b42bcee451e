package org.zonedrift.cli.scenario;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.Message;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.engine.StreamListener;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.network.ReturnPath;
import org.zonedrift.sim.network.ServerStream;
import org.zonedrift.sim.network.StreamServer;
import org.zonedrift.zone.AddressText;

/** A server that says what its script says, and is silent where that says nothing. */
final class ScriptedServer implements DnsServer, StreamServer {

    private static final long PAUSE_NANOS = 10_000_000;
    private static final int LENGTH_OCTETS = 2;

    private final List<ScriptedRule> rules = new ArrayList<>();
    private final long beginning;

    ScriptedServer(long beginning) {
        this.beginning = beginning;
    }

    void add(ScriptedRule rule) {
        rules.add(rule);
    }

    private List<ScriptedReply> replies(Message query, Transport transport, long now) {
        for (ScriptedRule rule : rules) {
            if (rule.takes(query, transport, Duration.ofNanos(now - beginning))) {
                return rule.replies;
            }
        }
        return List.of();
    }

    private static Message parse(byte[] octets) {
        try {
            return new Message(octets);
        } catch (IOException e) {
            throw new UncheckedIOException("the scanner sent what nobody can read", e);
        }
    }

    @Override
    public void received(ByteBuf datagram, ReturnPath back) {
        Message query = parse(ByteBufUtil.getBytes(datagram));
        for (ScriptedReply reply : replies(query, Transport.UDP, back.now())) {
            if (reply.unreachable) {
                back.refuse();
                continue;
            }
            for (int copy = 0; copy < reply.copies; copy++) {
                byte[] octets = reply.to(query);
                ByteBuf out = back.buffer(octets.length).writeBytes(octets);
                String from = reply.from;
                if (from == null) {
                    back.reply(out, reply.after.toNanos());
                } else {
                    back.replyFrom(elsewhere(from, back), out, reply.after.toNanos());
                }
            }
        }
    }

    private static InetSocketAddress elsewhere(String address, ReturnPath back) {
        return org.zonedrift.zone.ServerAddress.of(
                        AddressText.parse(address).orElseThrow(), back.server().port())
                .socketAddress();
    }

    @Override
    public StreamListener accept(ServerStream client) {
        return new Listener(client);
    }

    /** One client's octets, cut into messages; replies go out as the script splits them. */
    private final class Listener implements StreamListener {

        private final ServerStream client;
        private byte[] pending = new byte[0];

        Listener(ServerStream client) {
            this.client = client;
        }

        @Override
        public void connected() {}

        @Override
        public void received(ByteBuf octets) {
            int before = pending.length;
            int more = octets.readableBytes();
            pending = Arrays.copyOf(pending, before + more);
            octets.readBytes(pending, before, more);
            if (pending.length > LENGTH_OCTETS) {
                int length = (pending[0] & 0xff) << 8 | pending[1] & 0xff;
                if (pending.length >= LENGTH_OCTETS + length) {
                    answer(parse(Arrays.copyOfRange(pending, LENGTH_OCTETS, LENGTH_OCTETS + length)));
                    pending = new byte[0];
                }
            }
        }

        private void answer(Message query) {
            for (ScriptedReply reply : replies(query, Transport.TCP, client.now())) {
                if (reply.hangsUp) {
                    client.close(0);
                    continue;
                }
                byte[] octets = reply.to(query);
                ByteBuf framed = client.buffer(octets.length + LENGTH_OCTETS);
                framed.writeShort(octets.length).writeBytes(octets);
                send(framed, reply);
            }
        }

        /** Whole, or in pieces of so many octets with a pause between them. */
        private void send(ByteBuf framed, ScriptedReply reply) {
            int piece = reply.split == 0 ? framed.readableBytes() : reply.split;
            long after = reply.after.toNanos();
            while (framed.isReadable()) {
                int octets = Math.min(piece, framed.readableBytes());
                client.send(client.buffer(octets).writeBytes(framed, octets), after);
                after += Math.max(reply.after.toNanos(), PAUSE_NANOS);
            }
            framed.release();
        }

        @Override
        public void closed() {}
    }
}
