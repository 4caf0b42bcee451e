package org.zonedrift.sim.network;

import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.zone.ServerAddress;

/** Sees everything that leaves the scanner: a datagram with its size, or a connection with 0. */
@FunctionalInterface
public interface PacketWitness {

    PacketWitness BLIND = (time, to, transport, octets) -> {};

    void departed(long time, ServerAddress to, Transport transport, int octets);
}
