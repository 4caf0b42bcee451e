package org.zonedrift.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Where reading stands in one message. Past the end it reads zeros and is broken from then on, so
 * a reader looks once, after a step, instead of at each octet.
 */
final class Cursor {

    /** The longest message there is: the length field of DNS over TCP has 16 bits. */
    static final int MESSAGE_LENGTH_MAX = 0xffff;

    private static final int USUAL_LENGTH_MAX = 4096;

    private byte[] octets = new byte[USUAL_LENGTH_MAX];
    private int at;
    private int end;
    private boolean broken;

    /** Takes a copy of the message; one that is too long for DNS is broken at once. */
    void load(ByteBuf message) {
        int length = message.readableBytes();
        broken = length > MESSAGE_LENGTH_MAX;
        at = 0;
        end = broken ? 0 : length;
        if (end > octets.length) {
            octets = new byte[MESSAGE_LENGTH_MAX];
        }
        message.getBytes(message.readerIndex(), octets, 0, end);
    }

    /** The message's octets; only those before {@link #end} belong to it. */
    byte[] octets() {
        return octets;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    boolean isBroken() {
        return broken;
    }

    void fail() {
        broken = true;
    }

    void moveTo(int position) {
        if (position < 0 || position > end) {
            broken = true;
            return;
        }
        at = position;
    }

    int u16() {
        if (end - at < 2) {
            broken = true;
            return 0;
        }
        int value = (octets[at] & 0xff) << 8 | octets[at + 1] & 0xff;
        at += 2;
        return value;
    }

    int u8() {
        if (end - at < 1) {
            broken = true;
            return 0;
        }
        return octets[at++] & 0xff;
    }

    long u32() {
        long upper = u16();
        return upper << 16 | u16();
    }

    byte[] copy(int length) {
        if (length < 0 || end - at < length) {
            broken = true;
            return new byte[0];
        }
        byte[] copy = Arrays.copyOfRange(octets, at, at + length);
        at += length;
        return copy;
    }
}
