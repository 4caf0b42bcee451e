package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.SplittableRandom;

/** What broken boxes and forgers do to DNS messages. */
final class Mangling {

    private static final int HEADER_OCTETS = 12;
    private static final int FLAGS_AT = 2;
    private static final int RCODE_AT = 3;
    private static final int QUESTION_TAIL = 4;
    private static final int QR_AND_TC = 0x8200;
    private static final int NXDOMAIN = 3;
    private static final int MOST_WRONG_OCTETS = 4;

    private Mangling() {}

    /** Cuts the message short or overwrites some octets, but leaves the id as it was. */
    static void corrupt(ByteBuf message, SplittableRandom random) {
        int length = message.readableBytes();
        if (length <= FLAGS_AT) {
            return;
        }
        int start = message.readerIndex();
        if (random.nextBoolean()) {
            message.writerIndex(start + random.nextInt(FLAGS_AT, length));
            return;
        }
        for (int wrong = random.nextInt(1, MOST_WRONG_OCTETS + 1); wrong > 0; wrong--) {
            message.setByte(start + random.nextInt(FLAGS_AT, length), random.nextInt());
        }
    }

    /** A copy that says NXDOMAIN, which shows whether anybody believes it. */
    static ByteBuf lie(ByteBuf message) {
        ByteBuf lie = message.copy();
        if (lie.readableBytes() > RCODE_AT) {
            lie.setByte(RCODE_AT, lie.getByte(RCODE_AT) & 0xf0 | NXDOMAIN);
        }
        return lie;
    }

    /** A lie under another message id. */
    static ByteBuf withWrongId(ByteBuf message, SplittableRandom random) {
        ByteBuf lie = lie(message);
        if (lie.readableBytes() >= FLAGS_AT) {
            lie.setShort(0, lie.getShort(0) ^ random.nextInt(1, 1 << Short.SIZE));
        }
        return lie;
    }

    /** A neighbour of the address. */
    static InetSocketAddress elsewhere(InetSocketAddress source) {
        byte[] octets = source.getAddress().getAddress();
        octets[octets.length - 1] ^= 1;
        try {
            return new InetSocketAddress(InetAddress.getByAddress(octets), source.getPort());
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("an address of an address has the right length", e);
        }
    }

    /** The empty truncated reply of a rate limiter: the query's header and question alone. */
    static ByteBuf slipped(ByteBuf query) {
        int start = query.readerIndex();
        int at = start + HEADER_OCTETS;
        while (at < query.writerIndex() && query.getByte(at) > 0) {
            at += query.getByte(at) + 1;
        }
        int end = Math.min(query.writerIndex(), at + 1 + QUESTION_TAIL);
        ByteBuf reply = query.copy(start, end - start);
        if (reply.readableBytes() >= HEADER_OCTETS) {
            reply.setShort(FLAGS_AT, reply.getShort(FLAGS_AT) | QR_AND_TC);
            reply.setZero(FLAGS_AT + 4, 6);
        }
        return reply;
    }
}
