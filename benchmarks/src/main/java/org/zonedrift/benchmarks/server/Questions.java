package org.zonedrift.benchmarks.server;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.DomainName;

/** SOA questions to the servers of a world, as a scanner asks them, in a file for the asker. */
public final class Questions {

    /** The rest of a question for SOA in class IN, and an OPT record that asks for NSID. */
    private static final byte[] REST = {0, 6, 0, 1, 0, 0, 41, 4, (byte) 0xd0, 0, 0, 0, 0, 0, 4, 0, 3, 0, 0};

    private static final byte[] HEADER = {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1};

    private Questions() {}

    /** Writes a question for each honest server that is wanted, under the address given for it. */
    public static void write(World world, Path file, LongPredicate wanted, LongUnaryOperator address)
            throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (long number = 0; number < world.zones(); number++) {
                SimulatedZone zone = world.zone(number);
                if (zone == null) {
                    continue;
                }
                for (Seat seat : zone.seats()) {
                    for (long place : seat.places()) {
                        if (wanted.test(place) && isSound(world, zone, seat, place)) {
                            write(out, Place.octets(address.applyAsLong(place)), zone.apex());
                        }
                    }
                }
            }
        }
    }

    /** Whether the server says there what it should; two names may share an address. */
    private static boolean isSound(World world, SimulatedZone zone, Seat seat, long place) {
        return seat.conduct() == Conduct.HONEST
                && world.habitAt(place) == Conduct.HONEST
                && seat.equals(zone.seatAt(place));
    }

    private static void write(DataOutputStream out, byte[] server, DomainName name) throws IOException {
        out.write(server);
        out.writeShort(HEADER.length + name.wireLength() + REST.length);
        out.write(HEADER);
        out.write(name.wire());
        out.write(REST);
    }
}
