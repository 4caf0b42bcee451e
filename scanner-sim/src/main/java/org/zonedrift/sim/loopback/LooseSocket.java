package org.zonedrift.sim.loopback;

import io.netty.buffer.ByteBuf;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/**
 * A socket that sends with a server's address and receives nothing: it is connected to itself, so
 * that the kernel hands what others send to this address to whoever listens at all of them.
 */
final class LooseSocket implements Outlet, AutoCloseable {

    private final Socket socket;

    private LooseSocket(Socket socket) {
        this.socket = socket;
    }

    /** Bound to the address; sockets that listen everywhere at this port must allow it. */
    static LooseSocket at(InetSocketAddress address) {
        Socket socket = Socket.newSocketDgram();
        try {
            socket.setReuseAddress(true);
            socket.bind(address);
            socket.connect(address);
        } catch (IOException e) {
            new LooseSocket(socket).close();
            throw new UncheckedIOException("cannot send from " + address, e);
        }
        return new LooseSocket(socket);
    }

    @Override
    public void send(ByteBuf datagram, InetSocketAddress to) {
        try {
            socket.sendToAddress(
                    datagram.memoryAddress(),
                    datagram.readerIndex(),
                    datagram.writerIndex(),
                    to.getAddress(),
                    to.getPort());
        } catch (IOException e) {
            // A client that has gone, or a full buffer: networks lose datagrams too.
        } finally {
            datagram.release();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost with it.
        }
    }
}
