package org.zonedrift.exchange.netty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.zonedrift.zone.ServerAddress;

/** A UDP server on loopback that turns each datagram into another; null means silence. */
final class LoopbackServer implements AutoCloseable {

    private final DatagramSocket socket;
    private final UnaryOperator<byte[]> manner;

    LoopbackServer(InetAddress address, UnaryOperator<byte[]> manner) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(address, 0));
        this.manner = manner;
        Thread server = new Thread(this::serve, "loopback-server");
        server.setDaemon(true);
        server.start();
    }

    /** Repeats the question and says nothing else. */
    static byte[] emptyReply(byte[] query) {
        byte[] reply = Arrays.copyOf(query, query.length);
        reply[2] |= (byte) 0x84;
        return reply;
    }

    ServerAddress address() {
        return ServerAddress.of(socket.getLocalAddress().getAddress(), socket.getLocalPort());
    }

    private void serve() {
        byte[] room = new byte[4096];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(room, room.length);
            try {
                socket.receive(packet);
                byte[] reply = manner.apply(Arrays.copyOf(room, packet.getLength()));
                if (reply != null) {
                    socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
