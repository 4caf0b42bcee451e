package org.zonedrift.sim.gallery;

import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Course;
import org.zonedrift.sim.world.SimulatedZone.Drift;

/** Zones whose serials move while one looks. */
final class MovingExhibits {

    private static final long BUSY = 4;
    private static final long TURN = 15;

    private MovingExhibits() {}

    static void hang(Hall hall) {
        hall.stage("busy")
                .wrong("changes every few seconds; ns2 is always eight seconds behind, which is no fault")
                .serial(Course.clock(BUSY, 0))
                .server()
                .serial(Course.clock(BUSY, 2 * BUSY))
                .server()
                .converges()
                .must("moving-zone")
                .end();
        hall.stage("catching-up")
                .wrong("ns2 catches up ten seconds after the first question; a minute later it starts again")
                .serial(2026110102L)
                .server()
                .serial(new CatchingUp(2026110101L, 2026110102L))
                .server()
                .converges()
                .mustNot("moving-zone")
                .end();
        hall.stage("moving")
                .wrong("ns2 follows, ten minutes behind, and never catches up")
                .serial(Course.clock(BUSY, 0))
                .server()
                .serial(Course.clock(BUSY, 600))
                .server()
                .mismatch(Drift.MOVING)
                .end();
        hall.stage("running-backwards")
                .wrong("the serial of ns2 falls: old versions come back")
                .serial(4_000_000_000L)
                .server()
                .serial(Course.falling(3_900_000_000L, BUSY))
                .server()
                .mismatch(Drift.REGRESSED)
                .end();
        hall.stage("going-silent")
                .wrong("ns2 is behind, and stops answering ten seconds after the first question")
                .serial(2026110102L)
                .server()
                .serial(new GoingSilent(2026110101L))
                .server()
                .mismatch(Drift.UNKNOWN)
                .end();
        hall.stage("anycast-out-of-step")
                .wrong("two instances behind the address of ns2 take turns, and both are behind")
                .serial(2026110103L)
                .server()
                .serial(Course.alternating(2026110101L, 2026110102L, TURN))
                .server(Conduct.ANYCAST)
                .mismatch(Drift.NONE)
                .must("anycast-instance-disagreement")
                .end();
    }
}
