package org.zonedrift.exchange.netty;

import io.netty.channel.Channel;
import io.netty.channel.DefaultChannelPromise;
import org.zonedrift.exchange.engine.DatagramListener;

/**
 * One promise for all datagrams of a socket, which are sent or refused in the order in which they
 * were written: it keeps their tickets, and tells the listener about those that were refused. A
 * promise for each datagram would cost more than its checks; Netty's void promise cannot say which
 * one was refused.
 */
final class SendReceipts extends DefaultChannelPromise {

    private final DatagramListener listener;
    private int[] tickets = new int[1 << 10];
    private int first;
    private int count;

    SendReceipts(Channel channel, DatagramListener listener) {
        super(channel);
        this.listener = listener;
    }

    /** A datagram is about to be written. */
    SendReceipts expecting(int ticket) {
        if (count == tickets.length) {
            grow();
        }
        tickets[first + count++ & tickets.length - 1] = ticket;
        return this;
    }

    private void grow() {
        int[] larger = new int[tickets.length * 2];
        for (int i = 0; i < count; i++) {
            larger[i] = tickets[first + i & tickets.length - 1];
        }
        tickets = larger;
        first = 0;
    }

    private int next() {
        int ticket = tickets[first];
        first = first + 1 & tickets.length - 1;
        count--;
        return ticket;
    }

    @Override
    public boolean trySuccess() {
        next();
        return true;
    }

    @Override
    public boolean trySuccess(Void result) {
        next();
        return true;
    }

    @Override
    public boolean tryFailure(Throwable cause) {
        listener.undeliverable(next());
        return true;
    }

    /** Never done, so there is nothing to compare and swap. */
    @Override
    public boolean setUncancellable() {
        return true;
    }
}
