package org.zonedrift.sim.answer;

import io.netty.buffer.ByteBuf;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.zonedrift.sim.network.ReturnPath;
import org.zonedrift.sim.world.Conduct;

/** Sends what was written: once and soon, or as broken and slow servers and forgers do. */
final class Delivery {

    /** Slower than most servers, and soon enough for the first try. */
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(1_000);

    private static final int OTHER_BITS = 0x5555;
    private static final int COPIES = 3;

    private final MessageWriter writer;

    Delivery(MessageWriter writer) {
        this.writer = writer;
    }

    void send(ReturnPath back, Conduct conduct, Inquiry inquiry) {
        switch (conduct) {
            case WRONG_ID -> {
                writer.setId(inquiry.id() ^ OTHER_BITS);
                once(back, 0);
            }
            case FORGED_FIRST -> {
                writer.setId(inquiry.id() ^ OTHER_BITS);
                once(back, 0);
                writer.setId(inquiry.id());
                once(back, 0);
            }
            case WRONG_QUESTION -> {
                writer.spoilQuestion();
                once(back, 0);
            }
            case WRONG_SOURCE -> back.replyFrom(neighbour(back), copied(back), 0);
            case CUT_HEADER -> {
                writer.cutTo(Inquiry.HEADER);
                once(back, 0);
            }
            case THREE_TIMES -> {
                for (int copy = 0; copy < COPIES; copy++) {
                    once(back, 0);
                }
            }
            case SLOW -> once(back, SLOW_NANOS);
            default -> once(back, 0);
        }
    }

    private void once(ReturnPath back, long thinkNanos) {
        back.reply(copied(back), thinkNanos);
    }

    private ByteBuf copied(ReturnPath back) {
        return back.buffer(writer.length()).writeBytes(writer.octets(), 0, writer.length());
    }

    /** The next address but one: where another server of the same host stands, as a rule. */
    private static InetSocketAddress neighbour(ReturnPath back) {
        byte[] octets = back.server().octets().clone();
        octets[octets.length - 1] ^= 2;
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(octets), back.server().port());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address lost its length", e);
        }
    }
}
