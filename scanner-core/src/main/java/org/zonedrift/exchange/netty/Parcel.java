package org.zonedrift.exchange.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;

/**
 * A datagram on its way out, and the room that its octets take: when Netty is done with it, it goes
 * back to where it came from and carries another one.
 */
final class Parcel extends DatagramPacket {

    private static final InetSocketAddress NOBODY = new InetSocketAddress(0);

    private final Parcels home;
    private InetSocketAddress recipient = NOBODY;

    Parcel(ByteBuf room, Parcels home) {
        super(room, NOBODY);
        this.home = home;
    }

    Parcel to(InetSocketAddress whom) {
        recipient = whom;
        return this;
    }

    @Override
    public InetSocketAddress recipient() {
        return recipient;
    }

    /** Netty lets go of it once, whether it was sent or refused; nobody else holds it meanwhile. */
    @Override
    public boolean release() {
        home.takeBack(this);
        return true;
    }

    @Override
    public boolean release(int decrement) {
        return release();
    }
}
